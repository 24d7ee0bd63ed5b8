package io.ordercore.domain.credit;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is normal on the platform: the yardstick every merchant of a period is held against. Published at each evaluation, then
 * frozen; all numbers are billionths.
 *
 * @param reference the day weights are relative to: the day these norms were drawn up
 * @param means the platform's rate of each indicator; points and breaches have a mean of zero
 * @param badOrders the share of mature orders that ended badly, whoever's fault
 * @param attributed per category and per lane, the shrunk share of orders that ended badly by the merchant's fault
 * @param overall the same, whoever's fault
 * @param best the 5th percentile of all merchants' {@link CreditScore#badness()}; a merchant this good has 100 points
 * @param worst the 95th; one this bad has none
 */
public record CreditNorms(
        LocalDate reference,
        Map<Indicator, Long> means,
        long badOrders,
        Rates attributed,
        Rates overall,
        long best,
        long worst) {
    private static final long LEAST_EXPECTED = FixedPoint.ONE / 100;
    private static final long MOST_EXPECTED = 9 * FixedPoint.ONE / 10;
    private static final long LEAST_BADNESS = FixedPoint.ONE / 10_000;
    private static final int POINTS = 100_000;

    public CreditNorms {
        means = Map.copyOf(means);
        if (best <= 0 || best >= worst || worst >= FixedPoint.ONE) {
            throw new IllegalArgumentException("the best merchants are better than the worst");
        }
    }

    /**
     * Shares of bad orders by what is bought and where it goes, in billionths.
     *
     * @param mean over everything, and what an unseen category or lane gets
     */
    public record Rates(long mean, Map<String, Long> byCategory, Map<Lane, Long> byLane) {
        public Rates {
            byCategory = Map.copyOf(byCategory);
            byLane = Map.copyOf(byLane);
        }

        /** {@code mean x (category / mean) x (lane / mean)}, held between 1 and 90 per cent. */
        long expected(String category, Lane lane) {
            long byBoth = FixedPoint.times(byCategory.getOrDefault(category, mean), byLane.getOrDefault(lane, mean));
            long expected = mean == 0 ? 0 : byBoth * FixedPoint.ONE / mean;
            return Math.max(LEAST_EXPECTED, Math.min(MOST_EXPECTED, expected));
        }
    }

    /**
     * What is taken for normal until the platform has merchants enough to survey: close to the marketplace history the score was
     * validated on.
     */
    public static CreditNorms starting(LocalDate reference) {
        return new CreditNorms(
                reference,
                StartingNorms.MEANS,
                StartingNorms.BAD_ORDERS,
                new Rates(StartingNorms.ATTRIBUTED, Map.of(), Map.of()),
                new Rates(StartingNorms.BAD_ORDERS, Map.of(), Map.of()),
                StartingNorms.BEST,
                StartingNorms.WORST);
    }

    /** The chance that an average merchant's order of this kind ends badly by its fault. */
    long expected(String category, Lane lane) {
        return attributed.expected(category, lane);
    }

    long mean(Indicator indicator) {
        return means.getOrDefault(indicator, 0L);
    }

    /** What an average merchant's badness consists of. */
    Map<Indicator, Long> averageParts() {
        Map<Indicator, Long> parts = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            parts.put(indicator, FixedPoint.times(indicator.weight(), mean(indicator)));
        }
        return parts;
    }

    /** The same norms with the spread of the platform's merchants, known once all were measured by them. */
    public CreditNorms spread(long fifthPercentile, long ninetyFifthPercentile) {
        long low = Math.max(LEAST_BADNESS, fifthPercentile);
        return new CreditNorms(
                reference,
                means,
                badOrders,
                attributed,
                overall,
                low,
                Math.min(FixedPoint.ONE - LEAST_BADNESS, Math.max(low + 1, ninetyFifthPercentile)));
    }

    /** Badness as credit: thousandths of a point, 0 to 100,000, by where its log-odds lie between the worst's and the best's. */
    int points(long badness) {
        long top = logOdds(worst);
        long bottom = logOdds(best);
        long place = top - logOdds(badness);
        long points = Math.floorDiv(place * POINTS, Math.max(1, top - bottom));
        return (int) Math.max(0, Math.min(POINTS, points));
    }

    /** The largest badness that still has so many thousandths of a point. */
    long badnessAt(int points) {
        long good = LEAST_BADNESS;
        long bad = FixedPoint.ONE - LEAST_BADNESS;
        while (bad - good > 1) {
            long middle = (good + bad) >>> 1;
            if (points(middle) >= points) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    private static long logOdds(long share) {
        long held = Math.max(LEAST_BADNESS, Math.min(FixedPoint.ONE - LEAST_BADNESS, share));
        return FixedPoint.log2(held) - FixedPoint.log2(FixedPoint.ONE - held);
    }
}
