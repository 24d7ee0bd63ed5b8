package io.ordercore.bootstrap.credit;

import io.ordercore.domain.credit.CreditNorms;
import io.ordercore.domain.credit.CreditScore;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.Indicator;
import io.ordercore.domain.credit.PlatformSurvey;
import io.ordercore.domain.credit.Tally;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Everything known at one cut: the platform's norms, every merchant's score, and the raw counts the baselines use. */
final class CutModel {
    private final LocalDateTime cut;
    private final Map<String, CreditScore> scores = new HashMap<>();
    private final Map<String, RawCounts> counts = new HashMap<>();
    private final CreditNorms norms;

    private CutModel(LocalDateTime cut, CreditNorms norms) {
        this.cut = cut;
        this.norms = norms;
    }

    static CutModel of(List<HistoryOrder> orders, LocalDateTime cut) {
        PlatformSurvey survey = PlatformSurvey.begun();
        Map<String, List<Evidence>> evidence = new HashMap<>();
        Map<String, RawCounts> counts = new HashMap<>();
        for (HistoryOrder order : orders) {
            if (!order.purchased().isBefore(cut)) {
                continue;
            }
            counts.computeIfAbsent(order.merchant(), merchant -> new RawCounts())
                    .add(order, cut);
            List<Evidence> own = evidence.computeIfAbsent(order.merchant(), merchant -> new ArrayList<>());
            if (order.isMatureAt(cut)) {
                Evidence.OrderOutcome outcome = order.outcomeAt(cut);
                survey.add(outcome);
                own.add(outcome);
            }
            if (order.isHandOverKnownAt(cut)) {
                survey.add(Indicator.HAND_OVER_LATE, order.isHandedOverLateAt(cut));
                own.add(order.handOverAt(cut));
            }
        }
        return measured(cut, survey.norms(cut.toLocalDate()), evidence, counts);
    }

    private static CutModel measured(
            LocalDateTime cut,
            CreditNorms unspread,
            Map<String, List<Evidence>> evidence,
            Map<String, RawCounts> counts) {
        Map<String, Tally> tallies = new HashMap<>();
        evidence.forEach((merchant, own) -> tallies.put(merchant, Tally.of(own, unspread)));
        long[] badness = tallies.values().stream()
                .flatMapToLong(tally -> LongStream.of(
                        CreditScore.of(tally, unspread, cut.toLocalDate()).badness()))
                .sorted()
                .toArray();
        CreditNorms norms = badness.length == 0
                ? unspread
                : unspread.spread(badness[badness.length / 20], badness[badness.length * 19 / 20]);
        CutModel model = new CutModel(cut, norms);
        tallies.forEach(
                (merchant, tally) -> model.scores.put(merchant, CreditScore.of(tally, norms, cut.toLocalDate())));
        model.counts.putAll(counts);
        return model;
    }

    LocalDateTime cut() {
        return cut;
    }

    Map<String, CreditScore> scores() {
        return scores;
    }

    /** What is foretold for an order bought after the cut. */
    Prediction predict(HistoryOrder order) {
        CreditScore known = scores.get(order.merchant());
        CreditScore score = known == null ? CreditScore.of(Tally.EMPTY, norms, cut.toLocalDate()) : known;
        @Nullable RawCounts raw = counts.get(order.merchant());
        return new Prediction(
                order,
                raw != null && raw.hasHistory(),
                score.points(),
                score.badness(),
                score.orderRisk(order.category(), order.lane()),
                raw == null ? new RawCounts() : raw);
    }

    /**
     * What was foretold for one order.
     *
     * @param history whether anything was known of the merchant
     * @param points credit in thousandths of a point
     * @param badness the seller score in billionths; higher is worse
     * @param orderRisk the chance of a bad end in billionths
     */
    record Prediction(HistoryOrder order, boolean history, int points, long badness, long orderRisk, RawCounts raw) {}
}
