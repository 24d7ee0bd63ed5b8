package io.ordercore.bootstrap.bench;

import io.ordercore.adapters.logistics.SimulatedCarrier;
import io.ordercore.adapters.persistence.postgres.PersonalDataKeys;
import io.ordercore.adapters.persistence.postgres.PostgresPool;
import io.ordercore.adapters.persistence.postgres.PostgresStore;
import io.ordercore.application.Ordercore;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.EndangeredParcels;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.arrival.Danger;
import io.ordercore.domain.logistics.arrival.Expectation;
import io.ordercore.domain.logistics.arrival.Lane;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.PurchaseId;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench-parcels}: how many pushed events a second are stored durably and then processed, with an arrival estimate that learned from
 * 20,000 journeys, and how long the sweep for silent parcels and the work list of endangered ones take among a million. On a PostgreSQL of
 * its own, with {@code fsync} on.
 */
@Command(
        name = "bench-parcels",
        description =
                "Measures pushed events stored per second, the sweep for silent parcels and the work list of endangered"
                        + " ones, on this machine.",
        mixinStandardHelpOptions = true)
public final class BenchParcelsCommand implements Callable<Integer> {
    private static final String SECRET = "bench";
    private static final CarrierCode SIMULATED = new CarrierCode("simulated");
    private static final int CONNECTIONS = 20;
    private static final int AT_ONCE = 500;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--parcels",
            defaultValue = "1000000",
            description = "Parcels in the table, one in ten of them open.")
    private int parcels;

    @Option(names = "--silent", defaultValue = "1000", description = "Parcels that have been silent for too long.")
    private int silent;

    @Option(names = "--pushes", defaultValue = "30000", description = "Pushes to store, one event in each.")
    private int pushes;

    @Option(names = "--callers", defaultValue = "64", description = "Carriers' connections at once.")
    private int callers;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Path home = Files.createTempDirectory("ordercore-bench-parcels");
        try (BenchDatabase database = BenchDatabase.in(home);
                PostgresPool pool =
                        PostgresPool.open(database.url(), database.user(), database.password(), CONNECTIONS);
                PostgresStore store = PostgresStore.on(pool.dataSource(), PersonalDataKeys.generate())) {
            Ordercore core = Ordercore.on(store)
                    .payments(new SimulatedPaymentGateway(URI.create("https://bench.example/")))
                    .carriers(new Carriers(
                            List.of(new SimulatedCarrier(SECRET, 1, SimulatedCarrier.Pace.REAL, Clock.systemUTC()))))
                    .build();
            PrintWriter report = spec.commandLine().getOut();
            rememberJourneys(database);
            push(core, store, report);
            sweep(core, store, database, report);
            worklist(core, report);
            report.flush();
        }
        return 0;
    }

    private void push(Ordercore core, PostgresStore store, PrintWriter report)
            throws InterruptedException, ExecutionException {
        int followed = Math.min(pushes, 5_000);
        Instant handedOver = Instant.now().minus(Duration.ofDays(1));
        store.transactions().run(() -> {
            for (int i = 0; i < followed; i++) {
                store.parcels()
                        .save(Parcel.handedOver(parcel(i), SIMULATED, number(i), handedOver)
                                .expected(Expectation.on(lane(i))));
            }
        });
        List<CarrierPush> bodies = LongStream.range(0, pushes)
                .mapToObj(i ->
                        signed("{\"number\":\"" + number(i % followed) + "\",\"events\":[{\"code\":\"HUB\",\"at\":\""
                                + handedOver.plusSeconds(i) + "\",\"text\":\"hub " + i + "\",\"place\":\"Wuhan\"}]}"))
                .toList();
        AtomicInteger next = new AtomicInteger();
        long[] micros = new long[pushes];
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        long start = System.nanoTime();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                all.add(threads.submit(() -> {
                    for (int n = next.getAndIncrement(); n < pushes; n = next.getAndIncrement()) {
                        long before = System.nanoTime();
                        core.trackParcels().take(SIMULATED, bodies.get(n));
                        micros[n] = (System.nanoTime() - before) / 1_000;
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(micros);
        report.printf(
                Locale.ROOT,
                "pushes: %,d events stored durably in %.1f s: %,.0f/s from %d callers; p50 %.1f ms, p99 %.1f ms%n",
                pushes,
                seconds,
                pushes / seconds,
                callers,
                micros[pushes / 2] / 1e3,
                micros[(int) (pushes * 0.99)] / 1e3);
        start = System.nanoTime();
        int processed = 0;
        for (int done = 1; done > 0; processed += done) {
            done = core.trackParcels().processPushes(AT_ONCE);
        }
        seconds = (System.nanoTime() - start) / 1e9;
        report.printf(
                Locale.ROOT,
                "pushes: %,d merged into their parcels in %.1f s: %,.0f/s on one thread%n",
                processed,
                seconds,
                processed / seconds);
    }

    private void sweep(Ordercore core, PostgresStore store, BenchDatabase database, PrintWriter report) {
        database.run(
                database.url(),
                "update parcel set silent_at = null;\n"
                        + "insert into parcel select gen_random_uuid(), 1, 1, 'simulated', 'N' || n, 'IN_TRANSIT',"
                        + " now() - interval '9 days', null, null, case when n % 10 = 0 then now() + interval '3 days'"
                        + " end, ''::bytea, 1, case when n % 10 = 0 then now() + n * interval '1 second' end,"
                        + " case when n % 10 = 0 then now() - interval '1 hour' end from generate_series(1, "
                        + parcels + ") n;\n" + "vacuum analyze parcel;\n");
        Instant longAgo = Instant.now().minus(Duration.ofDays(6));
        store.transactions().run(() -> {
            for (int i = 0; i < silent; i++) {
                store.parcels()
                        .save(Parcel.handedOver(parcel(1_000_000L + i), SIMULATED, number(1_000_000L + i), longAgo)
                                .expected(Expectation.on(lane(i)).endangered(new Danger(longAgo, longAgo))));
            }
        });
        long start = System.nanoTime();
        int found = 0;
        for (int done = 1; done > 0; found += done) {
            done = core.incidents().handleIncidents().listenForSilence(AT_ONCE);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        int again = core.incidents().handleIncidents().listenForSilence(AT_ONCE);
        report.printf(
                Locale.ROOT,
                "sweep: %,d of %,d parcels silent, a case opened for each in %.1f s; %d left, found in %.1f ms%n",
                found,
                parcels + silent,
                seconds,
                again,
                (System.nanoTime() - start) / 1e6);
    }

    /** Of 100,000 endangered parcels among a million the most urgent hundred. */
    private void worklist(Ordercore core, PrintWriter report) {
        long[] micros = new long[20];
        int found = 0;
        for (int i = 0; i < micros.length; i++) {
            long start = System.nanoTime();
            found = core.trackParcels()
                    .endangered(new EndangeredParcels(Instant.now(), null, null, 100))
                    .size();
            micros[i] = (System.nanoTime() - start) / 1_000;
        }
        Arrays.sort(micros);
        report.printf(
                Locale.ROOT,
                "work list: the %d most urgent of %,d endangered parcels, p50 %.0f ms%n",
                found,
                parcels / 10 + silent,
                micros[micros.length / 2] / 1e3);
    }

    /** What the arrival estimate learns from. */
    private static void rememberJourneys(BenchDatabase database) {
        database.run(
                database.url(),
                "insert into journey select gen_random_uuid(), 1, 1, 'm' || n % 50, 'm' || n % 50, 'CN/R' || n % 27,"
                        + " lpad((n % 90)::text, 2, '0'), now() - n * interval '4 minutes',"
                        + " now() - n * interval '4 minutes' + interval '1 day',"
                        + " now() - n * interval '4 minutes' + interval '3 days' + n % 100 * interval '1 hour'"
                        + " from generate_series(2000, 22000) n;\n");
    }

    private static Lane lane(long n) {
        return new Lane("m" + n % 50, "CN/R" + n % 27, String.format(Locale.ROOT, "%02d", n % 90));
    }

    private static FulfilmentId parcel(long n) {
        return new FulfilmentId(new OrderId(new PurchaseId(new UUID(0x0199000000007000L, 1L << 63 | n)), 1), 1);
    }

    private static TrackingNumber number(long n) {
        return new TrackingNumber("BENCH" + n);
    }

    private static CarrierPush signed(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return new CarrierPush(
                    Map.of(SimulatedCarrier.SIGNATURE, HexFormat.of().formatHex(mac.doFinal(bytes))), bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
