package io.ordercore.bootstrap.credit;

import io.ordercore.domain.credit.CreditNorms;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.Evidence.End;
import io.ordercore.domain.credit.Indicator;
import io.ordercore.domain.credit.Lane;
import io.ordercore.domain.credit.MerchantCredit;
import io.ordercore.domain.credit.Owner;
import io.ordercore.domain.credit.PlatformSurvey;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench-credit}: recomputes many merchants from their evidence, and times a single update. */
@Command(
        name = "bench-credit",
        description = "Measures how fast merchant credit is recomputed and updated on this machine.",
        mixinStandardHelpOptions = true)
public final class BenchCreditCommand implements Callable<Integer> {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Lane[] LANES = {new Lane("east", "west"), new Lane("west", "north"), new Lane("north", "east")
    };
    private static final String[] CATEGORIES = {"kitchen", "toys", "phones", "garden"};

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--merchants", defaultValue = "1000000")
    private int merchants;

    @Option(names = "--events", defaultValue = "50", description = "Pieces of evidence per merchant.")
    private int events;

    @Option(names = "--updates", defaultValue = "5000000", description = "Single updates to time.")
    private int updates;

    @Override
    public Integer call() {
        PrintWriter report = spec.commandLine().getOut();
        CreditNorms norms = norms();
        recompute(norms, Math.min(merchants, 20_000));
        long start = System.nanoTime();
        MerchantCredit[] credits = recompute(norms, merchants);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long megabytes = (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20);
        long points = 0;
        for (MerchantCredit credit : credits) {
            points += credit.score(norms, TODAY).points();
        }
        report.printf(
                Locale.ROOT,
                "recomputed %,d merchants x %d events (tally, drift, score, evaluation) in %.1f s on %d cores;"
                        + " %,d MB for all of them; mean %.2f points%n",
                merchants,
                events,
                seconds,
                runtime.availableProcessors(),
                megabytes,
                points / 1000.0 / merchants);
        report.printf(Locale.ROOT, "one update: %.3f microseconds (mean of %,d)%n", update(norms), updates);
        report.flush();
        return 0;
    }

    private MerchantCredit[] recompute(CreditNorms norms, int count) {
        MerchantCredit[] credits = new MerchantCredit[count];
        IntStream.range(0, count).parallel().forEach(merchant -> {
            MerchantCredit credit = MerchantCredit.newcomer(TODAY.minusYears(2));
            SplittableRandom random = new SplittableRandom(merchant);
            for (int i = 0; i < events; i++) {
                credit = credit.with(evidence(random, "" + i, TODAY.minusDays(300L * (events - i) / events)), norms);
            }
            credits[merchant] = credit.evaluated(norms, TODAY);
        });
        return credits;
    }

    /** Microseconds; the better of three rounds, the first of which warms up. */
    private double update(CreditNorms norms) {
        List<Evidence> evidence = LongStream.range(0, 1024)
                .mapToObj(seed -> evidence(new SplittableRandom(seed), "u" + seed, TODAY))
                .toList();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            MerchantCredit credit = MerchantCredit.newcomer(TODAY.minusYears(2));
            long start = System.nanoTime();
            for (int i = 0; i < updates; i++) {
                credit = credit.with(evidence.get(i & 1023), norms);
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e3 / updates);
            if (credit.tally().orders() < 0) {
                throw new IllegalStateException("a credit that was computed is never used");
            }
        }
        return best;
    }

    private static Evidence evidence(SplittableRandom random, String id, LocalDate knownOn) {
        boolean bad = random.nextInt(10) == 0;
        LocalDate day = knownOn.minusDays(20);
        return switch (random.nextInt(4)) {
            case 0 -> new Evidence.HandOver(id, knownOn, bad);
            case 1 -> new Evidence.Answered(id, knownOn, !bad);
            default ->
                new Evidence.OrderOutcome(
                        id,
                        day,
                        knownOn,
                        CATEGORIES[random.nextInt(CATEGORIES.length)],
                        LANES[random.nextInt(LANES.length)],
                        bad ? End.DEFECT : End.GOOD,
                        Owner.MERCHANT);
        };
    }

    private static CreditNorms norms() {
        PlatformSurvey survey = PlatformSurvey.begun();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            boolean bad = i % 10 == 0;
            survey.add(new Evidence.OrderOutcome(
                    "p" + i,
                    TODAY,
                    TODAY,
                    CATEGORIES[random.nextInt(CATEGORIES.length)],
                    LANES[random.nextInt(LANES.length)],
                    bad ? End.DEFECT : End.GOOD,
                    Owner.MERCHANT));
            survey.add(Indicator.HAND_OVER_LATE, bad);
            survey.add(Indicator.RESPONSE_LATE, bad);
        }
        return survey.norms(TODAY).spread(80_000_000, 350_000_000);
    }
}
