package io.ordercore.bootstrap.credit;

import io.ordercore.bootstrap.credit.CutModel.Prediction;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backtest-credit}: how well the score would have foreseen the orders of a history, beside simpler scores. */
@Command(
        name = "backtest-credit",
        description = "Measures the merchant score on an order history, with only what was known at each cut.",
        mixinStandardHelpOptions = true)
public final class BacktestCreditCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "HISTORY.csv", description = "Orders, one per row; .gz is decompressed.")
    @SuppressWarnings("NullAway.Init")
    private Path history;

    @Option(
            names = "--cuts",
            paramLabel = "FROM..TO",
            description =
                    "First and last month, for example 2017-07..2018-01; from the eleventh month of the history to its"
                            + " last unless given.")
    private @Nullable String cuts;

    @Option(names = "--out", paramLabel = "FILE", description = "Where each order's predictions go.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        CreditBacktest backtest = CreditBacktest.of(history);
        YearMonth month = cuts == null ? backtest.firstCut() : month(cuts, 0);
        YearMonth last = cuts == null ? backtest.lastCut() : month(cuts, 1);
        PrintWriter report = spec.commandLine().getOut();
        Map<String, Double> aucs = new LinkedHashMap<>();
        Map<String, Double> lifts = new LinkedHashMap<>();
        long all = 0;
        report.printf(Locale.ROOT, "%-10s %7s %6s", "AUC at cut", "orders", "bad");
        CreditBacktest.scores().keySet().forEach(name -> report.printf(Locale.ROOT, " %16s", name));
        report.println();
        try (PrintWriter predictions = predictions()) {
            for (; !month.isAfter(last); month = month.plusMonths(1)) {
                CutModel model = backtest.model(month);
                List<Prediction> foretold = backtest.predict(model);
                foretold.forEach(prediction -> write(predictions, model, prediction));
                List<Prediction> judged = CreditBacktest.judged(foretold);
                all += judged.size();
                print(report, month, judged, aucs, lifts);
            }
        }
        print(report, "within-cut", all, aucs);
        print(report, "worst 10 %", all, lifts);
        report.flush();
        return 0;
    }

    /** Means over the cuts, each weighing as many orders as it has. The lift is the worst tenth's bad rate against all. */
    private static void print(PrintWriter report, String name, long all, Map<String, Double> weighted) {
        report.printf(Locale.ROOT, "%-10s %7d %6s", name, all, "");
        weighted.values().forEach(sum -> report.printf(Locale.ROOT, " %16.4f", sum / all));
        report.println();
    }

    private static void print(
            PrintWriter report,
            YearMonth month,
            List<Prediction> judged,
            Map<String, Double> aucs,
            Map<String, Double> lifts) {
        long bad = judged.stream()
                .filter(prediction -> prediction.order().endedBadly())
                .count();
        report.printf(Locale.ROOT, "%-10s %7d %6.3f", month, judged.size(), (double) bad / Math.max(1, judged.size()));
        CreditBacktest.scores().forEach((name, score) -> {
            double auc = judged.isEmpty() ? Double.NaN : CreditBacktest.auc(judged, score);
            report.printf(Locale.ROOT, " %16.4f", auc);
            aucs.merge(name, judged.isEmpty() ? 0 : auc * judged.size(), Double::sum);
            lifts.merge(name, judged.isEmpty() ? 0 : CreditBacktest.lift(judged, score) * judged.size(), Double::sum);
        });
        report.println();
    }

    private PrintWriter predictions() throws IOException {
        PrintWriter writer = new PrintWriter(out == null ? java.io.Writer.nullWriter() : Files.newBufferedWriter(out));
        writer.println(
                "cut,order_id,merchant_id,has_history,credit,seller_badness,order_risk,raw_rating,raw_late_rate,wilson");
        return writer;
    }

    private static void write(PrintWriter writer, CutModel model, Prediction prediction) {
        writer.printf(
                Locale.ROOT,
                "%s,%s,%s,%s,%.3f,%.9f,%.9f,%.6f,%.6f,%.6f%n",
                model.cut().toLocalDate(),
                prediction.order().id(),
                prediction.order().merchant(),
                prediction.history(),
                prediction.points() / 1e3,
                prediction.badness() / 1e9,
                prediction.orderRisk() / 1e9,
                -prediction.raw().averageRating(),
                prediction.raw().lateRate(),
                prediction.raw().wilson());
    }

    private YearMonth month(String asked, int index) {
        String[] ends = asked.split("\\.\\.", -1);
        try {
            return YearMonth.parse(ends[Math.min(index, ends.length - 1)]);
        } catch (java.time.DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), "--cuts takes months as 2017-07..2018-01, not '" + asked + "'");
        }
    }
}
