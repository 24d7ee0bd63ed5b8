package io.ordercore.bootstrap.bench;

import io.ordercore.bootstrap.bench.load.LoadPlan;
import io.ordercore.bootstrap.bench.load.LoadReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Kills the server ({@code kill -9}) again and again under full load, from callers who repeat what was not answered, and counts
 * afterwards: every acknowledged purchase is there once, every key was executed once, and stock is what the orders say.
 */
final class Crashes {
    private static final int TIMES = 5;
    private static final Duration BETWEEN = Duration.ofSeconds(20);
    private static final String STOCK_OFF = """
        select count(*) from stock full join (
          select line->>'sku' as sku, sum((line->'units'->>'RESERVED')::bigint) as units
          from orders, jsonb_array_elements(content::jsonb->'lines') as line
          where status = 'PENDING_PAYMENT' group by 1) as held using (sku)
        where stock.reserved is distinct from coalesce(held.units, 0)\
        """;

    private final BenchDatabase database;
    private final Path data;
    private final BenchResults results;

    Crashes(BenchDatabase database, Path data, BenchResults results) {
        this.database = database;
        this.data = data;
        this.results = results;
    }

    /** Answers the server that is running in the end. */
    ServerProcess run(LoadPlan recording) {
        Path acknowledged = Objects.requireNonNull(recording.placed());
        long ordersBefore = database.number("select count(distinct purchase_id) from orders");
        LoadPlan plan = new LoadPlan(
                recording.port(),
                recording.tokens(),
                recording.connections(),
                BETWEEN.multipliedBy(TIMES + 1),
                0,
                0,
                recording.skus(),
                recording.merchants(),
                recording.lines(),
                recording.seed(),
                null,
                acknowledged,
                true);
        ServerProcess server = ServerProcess.on(database, data, plan.port());
        CompletableFuture<LoadReport> load = CompletableFuture.supplyAsync(() -> ServerProcess.load(plan));
        for (int i = 0; i < TIMES; i++) {
            Pause.millis(BETWEEN.toMillis());
            server.kill();
            server = ServerProcess.on(database, data, plan.port());
        }
        LoadReport report = load.join();
        List<String> told = lines(acknowledged);
        Set<String> once = new HashSet<>(told);
        Set<String> stored = new HashSet<>(database.texts("select distinct purchase_id from orders"));
        long lost = once.stream().filter(id -> !stored.contains(id)).count();
        long extra = stored.size() - ordersBefore - once.size();
        results.say(
                "five kills: %,d acknowledged, %,d connections lost, %.0f orders/s with the restarts",
                told.size(), report.answers(0), report.rate());
        results.figure("acknowledged and lost", (double) lost, "none", lost == 0);
        results.figure("acknowledged twice", told.size() - once.size(), "none", told.size() == once.size());
        results.figure("stored and never acknowledged", (double) extra, "none", extra == 0);
        long off = database.number(STOCK_OFF);
        results.figure("SKUs whose stock is not what orders hold", (double) off, "none", off == 0);
        return server;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
