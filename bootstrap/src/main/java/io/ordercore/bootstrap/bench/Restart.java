package io.ordercore.bootstrap.bench;

import io.ordercore.bootstrap.identity.DevIdentities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** How long the server and its embedded PostgreSQL take from being started on existing data to the first accepted order. */
final class Restart {
    private static final int STARTS = 3;
    private static final String PURCHASE = """
            {"lines":[{"sku":"cup-blue-150ml","quantity":1,"unitPrice":{"amount":"39.50","currency":"CNY"}}],
             "deliverTo":{"name":"Lin Xia","phone":"+8613800000000","country":"CN","region":"Zhejiang","city":"Hangzhou",
              "district":"Xihu","street":"1 Lakeside Road","postalCode":"310000"}}""";

    private Restart() {}

    /**
     * Seconds, the median of three starts after the first. As with {@code ./run}, the first one leaves an archive of its classes
     * and the others use it.
     */
    static double measure(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path data = directory.resolve("data");
        Path archive = directory.resolve("classes.jsa");
        Instant now = Instant.now();
        String token = DevIdentities.in(data, now).tokenOf("buyer-1", now);
        double[] seconds = new double[STARTS + 1];
        for (int i = 0; i < seconds.length; i++) {
            try (ServerProcess server =
                    ServerProcess.embedded(data, ServerProcess.freePort(), options(archive, i == 0))) {
                seconds[i] = server.secondsToFirst(HttpRequest.newBuilder()
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(PURCHASE)));
            }
        }
        double[] again = Arrays.copyOfRange(seconds, 1, seconds.length);
        Arrays.sort(again);
        return again[STARTS / 2];
    }

    private static String[] options(Path archive, boolean first) {
        String classes = (first ? "-XX:ArchiveClassesAtExit=" : "-XX:SharedArchiveFile=") + archive;
        return Programs.isArchived() ? new String[0] : new String[] {classes, "-Xlog:disable"};
    }
}
