package io.ordercore.bootstrap.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.bootstrap.credit.CutModel.Prediction;
import io.ordercore.domain.credit.CreditScore;
import io.ordercore.domain.testkit.SharedData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CreditBacktestTest {
    private static final String HEADER =
            "order_id,merchant_id,buyer_state,merchant_state,category,status,purchased_at,ship_by,"
                    + "handed_over_at,delivered_at,promised_day,review_score,reviewed_at";
    private static final YearMonth FIRST = YearMonth.of(2017, 7);
    private static final YearMonth LAST = YearMonth.of(2018, 1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void what_happens_after_a_cut_changes_no_prediction_made_at_it() throws IOException {
        List<String> rows = history();
        LocalDateTime end = LocalDateTime.parse("2026-04-01T00:00:00");
        List<String> known = rows.stream()
                .map(row -> knownBefore(row, end))
                .filter(row -> !row.isEmpty())
                .toList();
        assertThat(known.size()).isLessThan(rows.size());
        CreditBacktest full = CreditBacktest.of(file("full.csv", rows));
        CreditBacktest cut = CreditBacktest.of(file("cut.csv", known));
        for (YearMonth month = YearMonth.of(2026, 1);
                month.isBefore(YearMonth.of(2026, 4));
                month = month.plusMonths(1)) {
            List<Prediction> earlier = cut.predict(cut.model(month));
            List<Prediction> later = full.predict(full.model(month));
            assertThat(later).hasSameSizeAs(earlier).isNotEmpty();
            for (ToDoubleFunction<Prediction> score : CreditBacktest.scores().values()) {
                assertThat(later.stream().mapToDouble(score).toArray())
                        .isEqualTo(earlier.stream().mapToDouble(score).toArray());
            }
        }
        assertThat(full.model(YearMonth.of(2026, 4)).scores())
                .isEqualTo(cut.model(YearMonth.of(2026, 4)).scores());
    }

    @Test
    void the_command_prints_every_score_and_writes_every_prediction() throws IOException {
        Path out = folder.resolve("predictions.csv");
        StringWriter report = new StringWriter();
        int exit = new CommandLine(new BacktestCreditCommand())
                .setOut(new PrintWriter(report))
                .execute(
                        file("history.csv", history()).toString(),
                        "--cuts",
                        "2026-02..2026-04",
                        "--out",
                        out.toString());
        assertThat(exit).isZero();
        assertThat(report.toString())
                .contains("seller score", "order risk", "raw rating", "Wilson", "within-cut", "worst 10 %");
        assertThat(Files.readAllLines(out)).hasSizeGreaterThan(500);
    }

    @Test
    void a_history_too_short_to_learn_from_has_no_cut_of_its_own() throws IOException {
        StringWriter report = new StringWriter();
        int exit = new CommandLine(new BacktestCreditCommand())
                .setOut(new PrintWriter(report))
                .execute(file("history.csv", history()).toString());
        assertThat(exit).isZero();
        assertThat(report.toString().lines()).hasSize(3);
    }

    @Test
    void months_that_are_none_are_refused() throws IOException {
        StringWriter errors = new StringWriter();
        int exit = new CommandLine(new BacktestCreditCommand())
                .setErr(new PrintWriter(errors))
                .execute(file("history.csv", history()).toString(), "--cuts", "summer");
        assertThat(exit).isEqualTo(2);
        assertThat(errors.toString()).contains("2017-07..2018-01");
    }

    @Test
    void it_beats_the_raw_rating_on_real_orders() {
        CreditBacktest backtest =
                CreditBacktest.of(SharedData.require("data/order-history/olist-until-2018-01.csv.gz"));
        double[] sums = new double[3];
        long all = 0;
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            CutModel model = backtest.model(month);
            assertExplained(model);
            List<Prediction> judged = CreditBacktest.judged(backtest.predict(model));
            all += judged.size();
            sums[0] += judged.size() * auc(judged, CreditBacktest.SELLER_SCORE);
            sums[1] += judged.size() * auc(judged, CreditBacktest.ORDER_RISK);
            sums[2] += judged.size() * auc(judged, CreditBacktest.RAW_RATING);
        }
        assertThat(sums[0] / all).as("seller score").isGreaterThan(0.557).isGreaterThan(sums[2] / all + 0.01);
        assertThat(sums[1] / all).as("order risk").isGreaterThan(sums[2] / all + 0.03);
    }

    private static void assertExplained(CutModel model) {
        for (CreditScore score : model.scores().values()) {
            int sum = score.contributions().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(sum).isEqualTo(score.points() - score.averagePoints());
            assertThat(score.reasons()).hasSize(4);
        }
    }

    private static double auc(List<Prediction> judged, String name) {
        ToDoubleFunction<Prediction> score = CreditBacktest.scores().get(name);
        return score == null ? Double.NaN : CreditBacktest.auc(judged, score);
    }

    private Path file(String name, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(rows);
        lines.add(0, HEADER);
        return Files.write(folder.resolve(name), lines);
    }

    /** Forty merchants, each with its own share of bad orders, over half a year. */
    private static List<String> history() {
        Random random = new Random(5);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            int merchant = random.nextInt(40);
            boolean bad = random.nextInt(100) < 3 + merchant;
            LocalDateTime bought =
                    LocalDate.of(2025, 11, 1).plusDays(random.nextInt(180)).atTime(10, 30);
            LocalDateTime left = bought.plusDays(bad ? 5 : 1);
            LocalDateTime delivered = left.plusDays(2L + random.nextInt(8));
            boolean cancelled = bad && random.nextInt(10) == 0;
            rows.add(String.join(
                    ",",
                    "o" + i,
                    "m" + merchant,
                    "b" + random.nextInt(3),
                    "s" + merchant % 3,
                    "c" + random.nextInt(4),
                    cancelled ? "canceled" : "delivered",
                    text(bought),
                    text(bought.plusDays(3)),
                    cancelled ? "" : text(left),
                    cancelled ? "" : text(delivered),
                    bought.toLocalDate().plusDays(12).toString(),
                    bad ? "1" : "5",
                    text(delivered.plusDays(2))));
        }
        return rows;
    }

    private static String text(LocalDateTime time) {
        return time.toString().replace('T', ' ') + ":00";
    }

    /** The row as it was known then; empty where there was none. */
    private static String knownBefore(String row, LocalDateTime end) {
        String[] cells = row.split(",", -1);
        if (!isBefore(cells[6], end)) {
            return "";
        }
        for (int column : new int[] {8, 9, 12}) {
            if (!isBefore(cells[column], end)) {
                cells[column] = "";
                if (column == 12) {
                    cells[11] = "";
                }
            }
        }
        return String.join(",", cells);
    }

    private static boolean isBefore(@Nullable String time, LocalDateTime end) {
        return time != null
                && !time.isEmpty()
                && LocalDateTime.parse(time.replace(' ', 'T')).isBefore(end);
    }
}
