package io.ordercore.domain.credit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One reason for a score, in numbers the merchant can check.
 *
 * @param own the merchant's weighted rate in billionths, points or breaches in force, or effective orders for a thin file
 * @param average the platform's mean of the same
 * @param line what may not be exceeded; for a thin file, what has to be reached
 * @param contribution thousandths of a point above (positive) or below the average merchant because of this
 * @param goodToClear orders, messages or lots without fault that bring it back to the line
 */
public record Reason(ReasonCode code, long own, long average, long line, int contribution, long goodToClear) {
    private static final int TOP = 4;

    /** What costs most, then what helps most, then what makes no difference; among equals the order of the indicators. */
    private static final Comparator<Map.Entry<Indicator, Integer>> COSTLIEST_FIRST = Comparator.comparing(
                    (Map.Entry<Indicator, Integer> entry) -> entry.getValue() == 0)
            .thenComparing(entry -> entry.getValue() > 0)
            .thenComparing(entry -> -Math.abs(entry.getValue()));

    static List<Reason> of(CreditScore score) {
        Map<Indicator, Integer> contributions = score.contributions();
        List<Reason> reasons = new ArrayList<>();
        if (score.isThin()) {
            long needed = score.effectiveOrders() + score.ordersUntilRated();
            reasons.add(new Reason(
                    ReasonCode.M08_THIN_FILE,
                    score.effectiveOrders() * FixedPoint.ONE,
                    0,
                    needed * FixedPoint.ONE,
                    0,
                    score.ordersUntilRated()));
        }
        contributions.entrySet().stream()
                .sorted(COSTLIEST_FIRST)
                .limit(TOP - reasons.size())
                .map(entry -> of(score, entry.getKey(), entry.getValue()))
                .forEach(reasons::add);
        return List.copyOf(reasons);
    }

    private static Reason of(CreditScore score, Indicator indicator, int contribution) {
        return new Reason(
                ReasonCode.of(indicator),
                score.ownValue(indicator),
                score.norms().mean(indicator),
                indicator.line(),
                contribution,
                score.occasionsToClear(indicator));
    }
}
