package io.ordercore.bootstrap.arrival;

import io.ordercore.bootstrap.arrival.ArrivalBacktest.Prediction;
import io.ordercore.bootstrap.arrival.ArrivalBacktest.Risk;
import io.ordercore.bootstrap.csv.BadFileException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backtest-arrival HISTORY.csv --from DATE --to DATE --out FILE}: 0 when measured, 2 if the file cannot be read. */
@Command(
        name = "backtest-arrival",
        mixinStandardHelpOptions = true,
        description = {
            "Says of every order bought in a period when it will arrive, from what was known on that day alone, and"
                    + " compares",
            "with what happened and with the day that was promised then."
        })
public final class BacktestArrivalCommand implements Callable<Integer> {
    private static final double EQUAL_COVERAGE = 0.90;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "HISTORY.csv", description = "Recorded orders, may be compressed (.gz).")
    private Path file = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First day of purchase tested.")
    private LocalDate from = LocalDate.MIN;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "First day of purchase not tested.")
    private LocalDate to = LocalDate.MAX;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the predictions go, CSV.")
    private @Nullable Path predictions;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            ArrivalBacktest backtest = new ArrivalBacktest(PromisedJourney.in(file), from, to);
            List<Prediction> all = backtest.predictions();
            if (predictions != null) {
                write(all, predictions);
            }
            List<Prediction> arrived =
                    all.stream().filter(it -> it.arrived() != null).toList();
            if (arrived.isEmpty()) {
                out.println("no order bought in that period arrived");
                return 2;
            }
            figures(arrived, out);
            for (int days : ArrivalBacktest.DAYS_AFTER_PICKUP) {
                Risk risk = backtest.riskAfter(days);
                out.printf(
                        "late risk at pickup +%d  AUC %.3f  slack/q90 alone %.3f  (%,d parcels, %,d late)%n",
                        risk.days(), risk.auc(), risk.staticAuc(), risk.parcels(), risk.late());
            }
            out.flush();
            return 0;
        } catch (BadFileException | IllegalArgumentException e) {
            spec.commandLine().getErr().println("backtest-arrival: " + e.getMessage());
            return 2;
        }
    }

    private static void figures(List<Prediction> arrived, PrintWriter out) {
        double mae = mean(arrived, it -> Math.abs(it.actualDays() - it.expectedDays()));
        double given = mean(arrived, it -> Math.abs(it.actualDays() - it.givenDays()));
        out.printf("orders                 %,d%n", arrived.size());
        out.printf(
                "MAE                    %.2f days; the given day as a point %.2f (%.0f %% below)%n",
                mae, given, 100 * (1 - mae / given));
        out.printf(
                "promise kept           %.3f; given %.3f%n",
                mean(arrived, it -> keptByDay(it) ? 1 : 0), mean(arrived, it -> givenKept(it) ? 1 : 0));
        out.printf(
                "mean promised days     %.2f; given %.2f%n",
                mean(arrived, Prediction::promisedDays), mean(arrived, it -> it.givenDays() + 1));
        double ours = atEqualCoverage(arrived, Prediction::promisedDays);
        double theirs = atEqualCoverage(arrived, it -> it.givenDays() + 1);
        out.printf(
                "at equal coverage %.2f  %.2f; given %.2f (%.1f %% shorter)%n",
                EQUAL_COVERAGE, ours, theirs, 100 * (1 - ours / theirs));
    }

    /** A promise names a day: arriving until its end keeps it. */
    private static boolean keptByDay(Prediction it) {
        return !dayOf(it.arrived()).isAfter(dayOf(it.said().promised()));
    }

    private static boolean givenKept(Prediction it) {
        return !dayOf(it.arrived()).isAfter(it.of().promisedDay());
    }

    private static LocalDate dayOf(@Nullable Instant instant) {
        return instant == null ? LocalDate.MAX : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Mean promised days if every promise were stretched by the one factor that makes it kept that often. */
    private static double atEqualCoverage(List<Prediction> arrived, ToDoubleFunction<Prediction> promised) {
        double[] ratios = arrived.stream()
                .mapToDouble(it -> it.actualDays() / promised.applyAsDouble(it))
                .sorted()
                .toArray();
        return ratios[(int) (EQUAL_COVERAGE * (ratios.length - 1))] * mean(arrived, promised);
    }

    private static double mean(List<Prediction> of, ToDoubleFunction<Prediction> value) {
        return of.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private static void write(List<Prediction> all, Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("order_id,as_of,expected_at,promised_at\n");
            for (Prediction it : all) {
                writer.write(it.of().order() + "," + it.said().asOf() + ","
                        + it.said().expected() + "," + it.said().promised() + "\n");
            }
        }
    }
}
