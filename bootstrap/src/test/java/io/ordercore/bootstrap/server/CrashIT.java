package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.adapters.persistence.embedded.EmbeddedPostgres;
import io.ordercore.adapters.persistence.postgres.HistoryAudit;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Two servers on one PostgreSQL under load, each killed ({@code kill -9}) in its turn. The callers send every purchase to both at
 * once, under one key, and repeat what nobody answered. {@code ./run bench --only=CRASH} does the like for longer.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CrashIT {
    private static final String SKU = "cup-blue-150ml";
    private static final String PURCHASE = """
            {"lines":[{"sku":"%s","quantity":1,"unitPrice":{"amount":"39.50","currency":"CNY"}}],
             "deliverTo":{"name":"Lin Xia","phone":"+8613800000000","country":"CN","region":"Zhejiang",
              "city":"Hangzhou","district":"Xihu","street":"1 Lakeside Road","postalCode":"310000"}}""".formatted(SKU);
    private static final int CALLERS = 8;
    private static final int CREATED = 201;

    @TempDir
    Path directory;

    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private volatile List<RunningServer> nodes = List.of();
    private volatile boolean stopped;

    @Test
    void whichever_server_dies_nothing_acknowledged_is_lost_and_nothing_is_done_twice() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary()) {
            Map<String, String> database = Map.of(
                    "ORDERCORE_DB_URL", postgres.jdbcUrl(),
                    "ORDERCORE_DB_USER", postgres.user(),
                    "ORDERCORE_DB_PASSWORD", postgres.password());
            RunningServer first = RunningServer.on(directory.resolve("first"), database);
            copyKeys(directory.resolve("first"), directory.resolve("second"));
            RunningServer second = RunningServer.on(directory.resolve("second"), database);
            nodes = List.of(first, second);
            List<Future<Integer>> calls = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                calls.add(callers.submit((Callable<Integer>) this::buyUntilStopped));
            }
            acknowledgeMore(50);
            first.crash();
            acknowledgeMore(50);
            second.crash();
            try (RunningServer again = RunningServer.on(directory.resolve("first"), database)) {
                nodes = List.of(again);
                acknowledgeMore(50);
                stopped = true;
                int bought = 0;
                for (Future<Integer> call : calls) {
                    bought += call.get(60, TimeUnit.SECONDS);
                }
                assertThat(acknowledged).hasSize(bought).doesNotHaveDuplicates();
                assertThat(stored(postgres)).isEqualTo(new HashSet<>(acknowledged));
                JsonNode stock = RunningServer.json(again.get("merchant-1", "/stock/" + SKU));
                assertThat(stock.path("reserved").asInt()).isEqualTo(bought);
            }
            assertThat(HistoryAudit.of(source(postgres)).verify().firstBreak()).isEmpty();
        } finally {
            stopped = true;
            callers.shutdownNow();
        }
    }

    /** Answers how many purchases were acknowledged. */
    private int buyUntilStopped() throws Exception {
        int bought = 0;
        while (!stopped) {
            acknowledged.add(buy(UUID.randomUUID().toString()));
            bought++;
        }
        return bought;
    }

    /** One purchase, until somebody acknowledges it. */
    private String buy(String key) throws Exception {
        while (true) {
            List<HttpResponse<String>> answers = new ArrayList<>();
            List<Future<HttpResponse<String>>> asked = new ArrayList<>();
            for (RunningServer node : nodes) {
                asked.add(node.sendSoon("buyer-1", post(node, key)));
            }
            for (Future<HttpResponse<String>> one : asked) {
                try {
                    answers.add(one.get(60, TimeUnit.SECONDS));
                } catch (ExecutionException e) {
                    assertThat(e).as("a server that was killed").hasCauseInstanceOf(IOException.class);
                }
            }
            Set<String> ids = new HashSet<>();
            for (HttpResponse<String> answer : answers) {
                assertThat(answer.statusCode()).as(answer.body()).isIn(CREATED, 409, 503);
                if (answer.statusCode() == CREATED) {
                    ids.add(RunningServer.json(answer).path("id").asText());
                }
            }
            assertThat(ids).as("one key, one purchase").hasSizeLessThanOrEqualTo(1);
            if (!ids.isEmpty()) {
                return ids.iterator().next();
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static HttpRequest.Builder post(RunningServer node, String key) {
        return node.request("/purchases")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(PURCHASE));
    }

    private void acknowledgeMore(int purchases) throws InterruptedException {
        int wanted = acknowledged.size() + purchases;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (acknowledged.size() < wanted) {
            assertThat(System.nanoTime()).as("purchases go on").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** Two nodes of one platform know the same people and read the same personal data. */
    private static void copyKeys(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String file : List.of(
                "dev-signing-key.pem", "dev-public-key.pem", "dev-tokens.json", "keyset.json", "history-key.json")) {
            if (Files.exists(from.resolve(file))) {
                Files.copy(from.resolve(file), to.resolve(file));
            }
        }
    }

    private static Set<String> stored(EmbeddedPostgres postgres) throws Exception {
        Set<String> ids = new HashSet<>();
        try (Connection connection = source(postgres).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select purchase_id::text from orders")) {
            while (rows.next()) {
                assertThat(ids.add(rows.getString(1))).isTrue();
            }
        }
        return ids;
    }

    private static PGSimpleDataSource source(EmbeddedPostgres postgres) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        return source;
    }
}
