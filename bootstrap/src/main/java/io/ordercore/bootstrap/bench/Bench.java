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
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the benchmark, one method each. pgbench is measured when a part first compares with it; the server starts once,
 * cold, with the first part that needs it and stays.
 */
final class Bench implements AutoCloseable {
    private static final int BUYERS = 500;
    private static final int MANY = 128;
    private static final int CROWD = 3_000;
    private static final List<Integer> FEWER = List.of(1, 8, 32);
    private static final int TURNS = 3;
    private static final Duration HALF_MINUTE = Duration.ofSeconds(30);
    private static final int SOME = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration SALE_PATIENCE = Duration.ofMinutes(1);
    private static final int MOST_WARM_UPS = 15;
    private static final double COMPILED = 0.05;

    private final BenchDatabase database;
    private final PgBench floor;
    private final Path directory;
    private final Duration length;
    private final BenchResults results;
    private final Path tokens;
    private final Crashes crashes;
    private @Nullable ServerProcess server;
    private @Nullable Reference oneStatement;
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
        Reference reference = oneStatement();
        ServerProcess running = running();
        results.add(running.measure("uniform, 1 line, cold", plan(32)), reference.rate);
        warmUp(running);
        Turn turn = rising("uniform, 1 line", reference, UnaryOperator.identity());
        highest = turn.run.rate();
        results.figure("uniform over pgbench one-statement", turn.ratio, "1.0 at least", turn.ratio >= 1);
        long megabytes = turn.run.residentMegabytes();
        results.figure("JVM memory under load, MB", (double) megabytes, "512 at most", megabytes <= 512);
    }

    void hot() {
        Reference reference = best("five-round-trips.sql", "five round trips, one SKU", List.of(1, 8), 1);
        double ratio = rising("one SKU", reference, LoadPlan::hot).ratio;
        results.figure("one SKU over pgbench five-round-trip", ratio, "6 at least", ratio >= 6);
    }

    void fiveLines() {
        double ratio = rising("uniform, 5 lines", oneStatement(), plan -> plan.lines(5)).ratio;
        results.figure("5 lines over pgbench one-statement", ratio, "0.6 at least", ratio >= 0.6);
    }

    void steady() {
        List<Measured> runs = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            double most = measureHighest(length);
            Measured run = settled()
                    .measure(
                            "80 % of the highest",
                            plan(MANY).at((int) (0.8 * most)).seed(i));
            results.add(run, most);
            runs.add(run);
        }
        double late = median(runs, run -> run.report().accepted().p99());
        results.figure("p99 at 80 %, ms", late, "40 at most", late <= 40);
        double events = warm().worst("ordercore_outbox_lag_seconds");
        results.figure("oldest event not told, s", events, "5 at most", events <= 5);
        double timers = warm().worst("ordercore_timer_lag_seconds");
        results.figure("timer that is latest, s", timers, "5 at most", timers <= 5);
    }

    void overload() {
        // Turning away is a path of its own, which the compiler has not seen yet.
        warmUp(warm(), plan(CROWD).at((int) (3 * highest())));
        List<Turn> turns = ofHighest("3 times the highest offered", 3, CROWD);
        double kept = median(turns, turn -> turn.ratio);
        results.figure("accepted when three times is offered", kept, "0.85 at least", kept >= 0.85);
        double accepted = median(turns, turn -> turn.run.report().accepted().p99());
        results.figure("its p99, ms", accepted, "250 at most", accepted <= 250);
        double refused = median(turns, turn -> turn.run.report().refused().p99());
        results.figure("refusals p99, ms", refused, "20 at most", refused <= 20);
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
        double most = measureHighest(Duration.ofMinutes(1));
        int rounds = (int) Math.max(2L * SOME, time.dividedBy(HALF_MINUTE));
        List<Measured> runs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            LoadPlan plan = LoadPlan.of(port(), tokens, MANY, HALF_MINUTE).at((int) (0.8 * most));
            Measured run = warm().measure("soak", plan.seed(i));
            results.add(run, most);
            runs.add(run);
        }
        List<Measured> first = runs.subList(0, SOME);
        List<Measured> last = runs.subList(rounds - SOME, rounds);
        ToDoubleFunction<Measured> p99 = run -> run.report().accepted().p99();
        double latency = median(last, p99) / median(first, p99);
        results.figure("p99 at the end over that at the start", latency, "1.5 at most", latency <= 1.5);
        double memory = median(last, Measured::residentMegabytes) - median(first, Measured::residentMegabytes);
        results.figure("growth of memory, MB", memory, "64 at most", memory <= 64);
    }

    /** By what each is of pgbench's rate around it: storing millions takes minutes, in which the machine changes its speed. */
    void growth(List<Integer> sizes) {
        Reference reference = oneStatement();
        warm();
        database.run(database.url(), Programs.script("empty.sql"));
        double few = inTurns("few orders stored", reference, UnaryOperator.identity()).ratio;
        for (int size : sizes) {
            stop();
            long stored = database.number("select count(*) from orders");
            results.say("storing %,d orders ...", size - stored);
            database.run(database.url(), Programs.script("grow.sql").replace(":orders", Long.toString(size - stored)));
            warmUp(running());
            String series = String.format("%,d orders stored", size);
            double kept = inTurns(series, reference, UnaryOperator.identity()).ratio / few;
            results.figure("rate with " + size + " orders over that with few", kept, "0.9 at least", kept >= 0.9);
        }
    }

    /** The best of pgbench's one statement, measured once. */
    private Reference oneStatement() {
        Reference best = oneStatement;
        if (best == null) {
            results.say("%s", Measured.TABLE_HEAD);
            best = best("one-statement.sql", "one statement", List.of(8, 16, 32), 10_000);
            oneStatement = best;
        }
        return best;
    }

    private Reference best(String script, String name, List<Integer> clients, int skus) {
        Reference best = new Reference(script, name, 0, skus, 0);
        for (int some : clients) {
            double rate = measure(new Reference(script, name, some, skus, 0));
            best = rate > best.rate ? new Reference(script, name, some, skus, rate) : best;
        }
        return best;
    }

    private double measure(Reference one) {
        double rate = floor.rate(one.script, one.clients, one.skus);
        results.add(one.name, one.clients, rate);
        return rate;
    }

    /** More and more connections; with the most, in turns. */
    private Turn rising(String series, Reference reference, UnaryOperator<LoadPlan> of) {
        for (int connections : FEWER) {
            results.add(settled().measure(series, of.apply(plan(connections))), reference.rate);
        }
        return inTurns(series, reference, of);
    }

    /**
     * The server takes turns with pgbench at its best, before and after: what else runs on the machine slows both. Answers the turn
     * with the middle ratio.
     */
    private Turn inTurns(String series, Reference reference, UnaryOperator<LoadPlan> of) {
        List<Turn> turns = new ArrayList<>();
        double before = measure(reference);
        for (int i = 0; i < TURNS; i++) {
            Measured run = settled().measure(series, of.apply(plan(MANY)).seed(i));
            double after = measure(reference);
            double around = (before + after) / 2;
            results.add(run, around);
            turns.add(new Turn(run, run.rate() / around));
            before = after;
        }
        turns.sort(Comparator.comparingDouble(turn -> turn.ratio));
        return turns.get(TURNS / 2);
    }

    /** A part of the highest rate, or a multiple, offered by the clock, each time of the one measured just before. */
    private List<Turn> ofHighest(String series, double part, int connections) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            double most = measureHighest(length);
            LoadPlan plan = plan(connections).at((int) (part * most)).seed(i);
            Measured run = settled().measure(series, plan);
            results.add(run, most);
            turns.add(new Turn(run, run.rate() / most));
        }
        return turns;
    }

    private static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private double highest() {
        if (highest == 0) {
            highest = measureHighest(length);
        }
        return highest;
    }

    private double measureHighest(Duration time) {
        return settled()
                .measure("highest", LoadPlan.of(port(), tokens, MANY, time))
                .rate();
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

    /** Until the just-in-time compiler has next to nothing to do, or for a minute and a half. */
    private static void warmUp(ServerProcess running, LoadPlan plan) {
        for (int i = 0; i < MOST_WARM_UPS; i++) {
            if (running.measure("warm up", plan.seed(-i)).compilerCores() < COMPILED) {
                return;
            }
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

    /** A script of pgbench, and its rate with the clients with which it is best. */
    private record Reference(String script, String name, int clients, int skus, double rate) {}

    /** A run, and what it is of that it took turns with. */
    private record Turn(Measured run, double ratio) {}
}
