package io.ordercore.bootstrap.bench;

import io.ordercore.bootstrap.bench.load.LoadPlan;
import io.ordercore.bootstrap.identity.DevIdentities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the benchmark, one method each. pgbench is measured when a part first compares with it; the server starts once,
 * cold, with the first part that needs it and stays.
 */
final class Bench implements AutoCloseable {
    private static final int BUYERS = 500;
    private static final int MANY = 128;
    private static final int CROWD = 3_000;
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32, MANY);
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration SALE_PATIENCE = Duration.ofMinutes(1);
    private static final int MOST_WARM_UPS = 15;
    private static final double RISE = 1.02;

    private final BenchDatabase database;
    private final PgBench floor;
    private final Path directory;
    private final Duration length;
    private final BenchResults results;
    private final Path tokens;
    private final Crashes crashes;
    private @Nullable ServerProcess server;
    private double oneStatement;
    private double highest;

    Bench(BenchDatabase database, PgBench floor, Path directory, Duration length, BenchResults results) {
        this.database = database;
        this.floor = floor;
        this.directory = directory;
        this.length = length;
        this.results = results;
        this.tokens = directory.resolve("tokens");
        this.crashes = new Crashes(database, directory.resolve("data"), results);
    }

    void uniform() {
        double reference = oneStatement();
        ServerProcess running = running();
        results.add(running.measure("uniform, 1 line, cold", plan(32)), reference);
        warmUp(running);
        for (int connections : CONNECTIONS) {
            Measured run = settled().measure("uniform, 1 line", plan(connections));
            results.add(run, reference);
            if (connections == MANY) {
                highest = run.rate();
                results.figure(
                        "uniform over pgbench one-statement",
                        highest / reference,
                        "1.0 at least",
                        highest >= reference);
                results.figure(
                        "JVM memory under load, MB",
                        (double) run.residentMegabytes(),
                        "512 at most",
                        run.residentMegabytes() <= 512);
            }
        }
    }

    void hot() {
        double reference = 0;
        for (int clients : List.of(1, 8)) {
            double rate = floor.rate("five-round-trips.sql", clients, 1);
            results.add("five round trips, one SKU", clients, rate);
            reference = Math.max(reference, rate);
        }
        double best = 0;
        for (int connections : CONNECTIONS) {
            Measured run = settled().measure("one SKU", plan(connections).hot());
            results.add(run, reference);
            best = Math.max(best, run.rate());
        }
        results.figure("one SKU over pgbench five-round-trip", best / reference, "6 at least", best >= 6 * reference);
    }

    void fiveLines() {
        double reference = oneStatement();
        double best = 0;
        for (int connections : CONNECTIONS) {
            Measured run =
                    settled().measure("uniform, 5 lines", plan(connections).lines(5));
            results.add(run, reference);
            best = Math.max(best, run.rate());
        }
        results.figure("5 lines over pgbench one-statement", best / reference, "0.6 at least", best >= 0.6 * reference);
    }

    void steady() {
        int rate = (int) (0.8 * highest());
        Measured run = settled().measure("80 % of the highest", plan(MANY).at(rate));
        results.add(run, highest());
        results.figure(
                "p99 at 80 %, ms",
                run.report().accepted().p99(),
                "40 at most",
                run.report().accepted().p99() <= 40);
        double events = warm().worst("ordercore_outbox_lag_seconds");
        results.figure("oldest event not told, s", events, "5 at most", events <= 5);
        double timers = warm().worst("ordercore_timer_lag_seconds");
        results.figure("timer that is latest, s", timers, "5 at most", timers <= 5);
    }

    void overload() {
        int rate = (int) (3 * highest());
        // Turning away is a path of its own, which the compiler has not seen yet.
        warmUp(warm(), plan(CROWD).at(rate));
        Measured run =
                settled().measure("3 times the highest offered", plan(CROWD).at(rate));
        results.add(run, highest());
        double kept = run.rate() / highest();
        results.figure("accepted when three times is offered", kept, "0.85 at least", kept >= 0.85);
        results.figure(
                "its p99, ms",
                run.report().accepted().p99(),
                "250 at most",
                run.report().accepted().p99() <= 250);
        results.figure(
                "refusals p99, ms",
                run.report().refused().p99(),
                "20 at most",
                run.report().refused().p99() <= 20);
    }

    void read() {
        ServerProcess running = warm();
        Path orders = readable();
        warmUp(running, LoadPlan.of(running.port(), tokens, 32, WARM_UP).reading(orders));
        double best = 0;
        for (int connections : List.of(32, MANY)) {
            Measured run = running.measure("read an order", plan(connections).reading(orders));
            results.add(run, 0);
            best = Math.max(best, run.rate());
        }
        results.figure("reads of an order by id per second", best, "12,000 at least", best >= 12_000);
    }

    void sale() {
        ServerProcess running = warm();
        database.run(database.url(), "update stock set on_hand = reserved + 1000 where sku = 'bench-000000';\n");
        long before = database.number("select reserved from stock where sku = 'bench-000000'");
        Measured run = running.measure(
                "100,000 buyers, 1,000 units",
                LoadPlan.of(port(), tokens, 256, SALE_PATIENCE).hot().atMost(100_000));
        results.add(run, 0);
        long sold = database.number("select reserved from stock where sku = 'bench-000000'") - before;
        database.run(database.url(), "update stock set on_hand = 1000000000 where sku = 'bench-000000';\n");
        boolean right = sold == 1000
                && run.report().accepted().count() == 1000
                && run.report().answers(409) == 99_000;
        results.figure("sold of 1,000, and 99,000 refused", (double) sold, "exactly", right);
        results.figure(
                "seconds", run.report().seconds(), "under 15", run.report().seconds() < 15);
    }

    void restart() {
        double seconds = Restart.measure(directory.resolve("restart"));
        results.figure("restart to first accepted order, s", seconds, "2.5 at most", seconds <= 2.5);
    }

    void crash() {
        LoadPlan plan = plan(MANY).recording(directory.resolve("acknowledged"));
        stop();
        ServerProcess survivor = crashes.run(plan);
        server = survivor;
        warmUp(survivor);
    }

    void soak(Duration time) {
        int rate = (int) (0.8 * highest());
        Duration each = Duration.ofSeconds(30);
        int rounds = (int) Math.max(2, time.dividedBy(each));
        Measured first = null;
        Measured last = null;
        for (int i = 0; i < rounds; i++) {
            last = warm().measure(
                            "soak",
                            LoadPlan.of(port(), tokens, MANY, each).at(rate).seed(i));
            results.add(last, highest());
            first = first == null ? last : first;
        }
        if (first != null && last != null) {
            double latency =
                    last.report().accepted().p99() / first.report().accepted().p99();
            long memory = last.residentMegabytes() - first.residentMegabytes();
            results.figure("p99 at the end over that at the start", latency, "1.5 at most", latency <= 1.5);
            results.figure("growth of memory, MB", (double) memory, "64 at most", memory <= 64);
        }
    }

    void growth(List<Integer> sizes) {
        double reference = settled().measure("few orders stored", plan(MANY)).rate();
        for (int size : sizes) {
            stop();
            long stored = database.number("select count(*) from orders");
            results.say("storing %,d orders ...", size - stored);
            database.run(database.url(), Programs.script("grow.sql").replace(":orders", Long.toString(size - stored)));
            warmUp(running());
            Measured run = running().measure(String.format("%,d orders stored", size), plan(MANY));
            results.add(run, reference);
            double kept = run.rate() / reference;
            results.figure("rate with " + size + " orders over that with few", kept, "0.9 at least", kept >= 0.9);
        }
    }

    /** The best of pgbench, measured once. */
    private double oneStatement() {
        if (oneStatement == 0) {
            results.say("%s", Measured.TABLE_HEAD);
            for (int clients : List.of(8, 16, 32)) {
                double rate = floor.rate("one-statement.sql", clients, 10_000);
                results.add("one statement", clients, rate);
                oneStatement = Math.max(oneStatement, rate);
            }
        }
        return oneStatement;
    }

    private double highest() {
        if (highest == 0) {
            highest = settled().measure("highest", plan(MANY)).rate();
        }
        return highest;
    }

    private LoadPlan plan(int connections) {
        return LoadPlan.of(port(), tokens, connections, length);
    }

    private int port() {
        return running().port();
    }

    private ServerProcess warm() {
        boolean cold = server == null;
        ServerProcess running = running();
        if (cold) {
            warmUp(running);
        }
        return running;
    }

    /** Warm, and with what earlier runs left to be written behind it. */
    private ServerProcess settled() {
        ServerProcess running = warm();
        database.settle();
        return running;
    }

    private void warmUp(ServerProcess running) {
        warmUp(running, LoadPlan.of(running.port(), tokens, MANY, WARM_UP));
    }

    /** Until the compiler is done: two runs without a new best, or a minute and a half. */
    private static void warmUp(ServerProcess running, LoadPlan plan) {
        double best = 0;
        int sinceBest = 0;
        for (int i = 0; i < MOST_WARM_UPS && sinceBest < 2; i++) {
            double rate = running.measure("warm up", plan.seed(-i)).rate();
            sinceBest = rate > RISE * best ? 0 : sinceBest + 1;
            best = Math.max(best, rate);
        }
    }

    private ServerProcess running() {
        ServerProcess now = server;
        if (now == null) {
            now = ServerProcess.on(database, directory.resolve("data"), ServerProcess.freePort());
            server = now;
            if (database.number("select count(*) from offer where sku = 'bench-000000'") == 0) {
                database.run(database.url(), Programs.script("offers.sql"));
                writeTokens();
            }
        }
        return now;
    }

    private void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private void writeTokens() {
        Instant now = Instant.now();
        DevIdentities people = DevIdentities.in(directory.resolve("data"), now);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            lines.add(people.tokenOf("buyer-" + i, now));
        }
        write(tokens, lines);
    }

    private Path readable() {
        Path file = directory.resolve("readable");
        write(
                file,
                database.texts("select purchase_id || '-' || number || ' ' || substr(buyer, 7) from orders"
                        + " where status = 'PENDING_PAYMENT' limit 10000"));
        return file;
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
