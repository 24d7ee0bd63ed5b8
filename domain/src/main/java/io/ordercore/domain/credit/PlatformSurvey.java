package io.ordercore.domain.credit;

import io.ordercore.domain.credit.Evidence.OrderOutcome;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Counts what happened on the whole platform and draws up {@link CreditNorms} from it. Counts only, so the order does not matter.
 *
 * <p>Rates are shrunk towards the mean as if each category had 100 average orders more, each lane 60.
 */
public final class PlatformSurvey {
    private static final int CATEGORY_PRIOR = 100;
    private static final int LANE_PRIOR = 60;

    private final Count orders = new Count();
    private final Map<String, Count> byCategory = new HashMap<>();
    private final Map<Lane, Count> byLane = new HashMap<>();
    private final Map<Indicator, Count> occasions = new EnumMap<>(Indicator.class);

    private PlatformSurvey() {}

    /** A survey that has seen nothing. */
    public static PlatformSurvey begun() {
        return new PlatformSurvey();
    }

    /** Counts a mature order. */
    public void add(OrderOutcome order) {
        orders.add(order);
        byCategory.computeIfAbsent(order.category(), category -> new Count()).add(order);
        byLane.computeIfAbsent(order.lane(), lane -> new Count()).add(order);
    }

    /** Counts an occasion of one of the other rates. */
    public void add(Indicator indicator, boolean failed) {
        Count count = occasions.computeIfAbsent(indicator, other -> new Count());
        count.all++;
        count.attributed += failed ? 1 : 0;
    }

    /** Norms as of a day, their spread still wide open: see {@link CreditNorms#spread}. */
    public CreditNorms norms(LocalDate reference) {
        Map<Indicator, Long> means = new EnumMap<>(Indicator.class);
        occasions.forEach((indicator, count) -> means.put(indicator, share(count.attributed, count.all)));
        means.put(Indicator.CANCELLATION, share(orders.cancelled, orders.all));
        means.put(Indicator.DEFECT, share(orders.attributed - orders.cancelled, orders.all));
        return new CreditNorms(
                reference,
                means,
                share(orders.bad, orders.all),
                rates(count -> count.attributed),
                rates(count -> count.bad),
                FixedPoint.ONE / 100,
                FixedPoint.ONE / 2);
    }

    private CreditNorms.Rates rates(ToLongFunction<Count> bad) {
        long mean = share(bad.applyAsLong(orders), orders.all);
        return new CreditNorms.Rates(
                mean, shrunk(byCategory, bad, mean, CATEGORY_PRIOR), shrunk(byLane, bad, mean, LANE_PRIOR));
    }

    private static <K> Map<K, Long> shrunk(Map<K, Count> counts, ToLongFunction<Count> bad, long mean, int prior) {
        return counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            Count count = entry.getValue();
            return (bad.applyAsLong(count) * FixedPoint.ONE + prior * mean) / (count.all + prior);
        }));
    }

    private static long share(long part, long whole) {
        return whole == 0 ? 0 : FixedPoint.ratio(part, whole);
    }

    private static final class Count {
        private long all;
        private long bad;
        private long attributed;
        private long cancelled;

        void add(OrderOutcome order) {
            all++;
            bad += order.end() == Evidence.End.GOOD ? 0 : 1;
            attributed += order.countsAgainstMerchant() ? 1 : 0;
            cancelled += order.countsAgainstMerchant() && order.end() == Evidence.End.CANCELLED ? 1 : 0;
        }
    }
}
