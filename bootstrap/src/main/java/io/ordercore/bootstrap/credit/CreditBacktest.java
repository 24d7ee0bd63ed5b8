package io.ordercore.bootstrap.credit;

import io.ordercore.bootstrap.credit.CutModel.Prediction;
import io.ordercore.bootstrap.csv.CsvFile;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** At the first of each month, foretells the orders of the next 30 days from what was known by then, and only from that. */
final class CreditBacktest {
    static final String SELLER_SCORE = "seller score";
    static final String ORDER_RISK = "order risk";
    static final String RAW_RATING = "raw rating";
    private static final int HORIZON_DAYS = 30;
    private static final int MONTHS_TO_LEARN = 10;

    private final List<HistoryOrder> orders = new ArrayList<>();

    static CreditBacktest of(Path history) {
        CreditBacktest backtest = new CreditBacktest();
        CsvFile.at(history).forEach(row -> backtest.orders.add(HistoryOrder.of(row)));
        return backtest;
    }

    List<HistoryOrder> orders() {
        return orders;
    }

    CutModel model(YearMonth month) {
        return CutModel.of(orders, month.atDay(1).atStartOfDay());
    }

    /** The predictions of one cut, in the order of the file. */
    List<Prediction> predict(CutModel model) {
        return orders.stream()
                .filter(order -> !order.purchased().isBefore(model.cut())
                        && order.purchased().isBefore(model.cut().plusDays(HORIZON_DAYS)))
                .map(model::predict)
                .toList();
    }

    /** Every score by name, the core's own first. Higher is worse. */
    static Map<String, ToDoubleFunction<Prediction>> scores() {
        Map<String, ToDoubleFunction<Prediction>> scores = new LinkedHashMap<>();
        scores.put(SELLER_SCORE, prediction -> (double) prediction.badness());
        scores.put(ORDER_RISK, prediction -> (double) prediction.orderRisk());
        scores.put(RAW_RATING, prediction -> prediction.raw().averageRating());
        scores.put("raw late rate", prediction -> prediction.raw().lateRate());
        scores.put("raw bad rate", prediction -> prediction.raw().badRate());
        scores.put("Wilson bound", prediction -> prediction.raw().wilson());
        scores.put("broken limits", prediction -> prediction.raw().brokenLimits());
        scores.put("seller standards", prediction -> prediction.raw().sellerStandards());
        return scores;
    }

    /** The predictions an evaluation is about: rated orders of merchants with a history. */
    static List<Prediction> judged(List<Prediction> predictions) {
        return predictions.stream()
                .filter(prediction -> prediction.history() && prediction.order().rating() != null)
                .toList();
    }

    static double auc(List<Prediction> judged, ToDoubleFunction<Prediction> score) {
        return Auc.of(bad(judged), judged.stream().mapToDouble(score).toArray());
    }

    static double lift(List<Prediction> judged, ToDoubleFunction<Prediction> score) {
        return Lift.ofWorstTenth(bad(judged), judged.stream().mapToDouble(score).toArray());
    }

    private static boolean[] bad(List<Prediction> judged) {
        boolean[] bad = new boolean[judged.size()];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = judged.get(i).order().endedBadly();
        }
        return bad;
    }

    /** The first month with ten months of history before it, to the last one with orders. */
    YearMonth firstCut() {
        return months().reduce((one, other) -> one.isBefore(other) ? one : other)
                .orElseThrow()
                .plusMonths(MONTHS_TO_LEARN);
    }

    YearMonth lastCut() {
        return months().reduce((one, other) -> one.isAfter(other) ? one : other).orElseThrow();
    }

    private Stream<YearMonth> months() {
        return orders.stream().map(order -> YearMonth.from(order.purchased()));
    }
}
