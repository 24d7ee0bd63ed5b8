package io.ordercore.bootstrap.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench-feed}: how old a change of price is when subscribers of the live stream have it. */
@Command(
        name = "bench-feed",
        description = "Changes prices at a rate and measures how old each change is when live subscribers have it.",
        mixinStandardHelpOptions = true)
public final class BenchFeedCommand implements Callable<Integer> {
    private static final double TARGET_MILLIS = 500;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--rate", defaultValue = "1000", description = "Changes a second [${DEFAULT-VALUE}].")
    private int rate;

    @Option(names = "--subscribers", defaultValue = "200", description = "Live streams, unfiltered [${DEFAULT-VALUE}].")
    private int subscribers;

    @Option(names = "--together", defaultValue = "20", description = "Changes in one call [${DEFAULT-VALUE}].")
    private int together;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "Length after as long a warm-up [${DEFAULT-VALUE}].")
    private int seconds;

    @Option(
            names = "--out",
            defaultValue = "bench-results",
            description = "Directory of the server's data while it runs [${DEFAULT-VALUE}].")
    private Path out = Path.of("bench-results");

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter report = spec.commandLine().getOut();
        Path directory = created();
        try (ServerProcess server = ServerProcess.embedded(directory.resolve("data"), ServerProcess.freePort())) {
            server.awaitReady();
            return measure(server, directory.resolve("data"), report) ? 0 : 1;
        } finally {
            BenchCommand.delete(directory);
        }
    }

    private Path created() {
        try {
            Files.createDirectories(out);
            return Files.createTempDirectory(out.toAbsolutePath(), "feed-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean measure(ServerProcess server, Path data, PrintWriter report) throws InterruptedException {
        FeedWrites writes =
                new FeedWrites(server.port(), token(data, "operator-1"), token(data, "merchant-1"), together);
        writes.putGoodsOnSale();
        try (FeedSubscribers streams = FeedSubscribers.open(server.port(), token(data, "buyer-1"), subscribers)) {
            writes.run(rate, seconds);
            streams.startAnew(writes.written());
            long before = writes.written();
            double took = writes.run(rate, seconds);
            long written = writes.written() - before;
            long missing = streams.awaitAll(written);
            report.printf(
                    Locale.ROOT,
                    "%,d changes in %.1f s (%.0f/s, %d in a call, %d refused), %d subscribers: %,d deliveries,"
                            + " %,d missing%n",
                    written,
                    took,
                    written / took,
                    together,
                    writes.refused(),
                    subscribers,
                    streams.latencies().count(),
                    missing);
            double p99 = streams.latencies().millis(0.99);
            report.printf(
                    Locale.ROOT,
                    "from writing to subscriber: p50 %.0f ms, p99 %.0f ms, worst %.0f ms (p99 at most %.0f: %s)%n",
                    streams.latencies().millis(0.5),
                    p99,
                    streams.latencies().worstMillis(),
                    TARGET_MILLIS,
                    p99 <= TARGET_MILLIS && missing == 0 ? "yes" : "NO");
            report.flush();
            return p99 <= TARGET_MILLIS && missing == 0;
        }
    }

    private static String token(Path data, String name) {
        try {
            return new ObjectMapper()
                    .readTree(Files.readAllBytes(data.resolve("dev-tokens.json")))
                    .path(name)
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
