package io.ordercore.domain.credit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A merchant measured on a day by the platform's norms: a pure function of its tally.
 *
 * <p>Each indicator's rate is drawn towards the platform's mean as if the merchant had some average occasions more (empirical
 * Bayes; 30 orders fit at every cut of the history it was validated on), so a thin file is near the mean by itself.
 *
 * @param on the day it holds for
 * @param tally what it is read from
 * @param parts per indicator, what it adds to {@link #badness()}, in billionths
 */
public record CreditScore(LocalDate on, Tally tally, CreditNorms norms, Map<Indicator, Long> parts) {
    private static final int THIN_FILE = 30;
    private static final int LONGEST_USE = 3 * FixedPoint.HALF_LIFE;
    private static final int QUARTERS = 4;
    private static final long MOST = 9 * FixedPoint.ONE - 1;

    public CreditScore {
        parts = Map.copyOf(parts);
    }

    /**
     * Measures a tally added up under these norms.
     *
     * @throws IllegalArgumentException for a day before the norms' own, or three half-lives after
     */
    public static CreditScore of(Tally tally, CreditNorms norms, LocalDate on) {
        long growth = growth(norms, on);
        Map<Indicator, Long> parts = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            long level = switch (indicator) {
                case POLICY_POINTS -> tally.quarterPoints(on) * (FixedPoint.ONE / QUARTERS);
                case INTEGRITY -> FixedPoint.quotient(tally.breachWeight(), growth);
                case DEFECT, CANCELLATION, HAND_OVER_LATE, TRACKING_INVALID, RESPONSE_LATE, INSPECTION_NOT_ACCEPTED ->
                    FixedPoint.ratio(
                            tally.failures(indicator) + prior(norms, growth, indicator),
                            tally.occasions(indicator) + indicator.prior() * growth);
            };
            parts.put(indicator, FixedPoint.times(indicator.weight(), Math.min(level, MOST)));
        }
        return new CreditScore(on, tally, norms, parts);
    }

    /** Whether norms can measure on a day: not before their own, not more than three half-lives after. */
    static boolean holds(CreditNorms norms, LocalDate on) {
        long days = ChronoUnit.DAYS.between(norms.reference(), on);
        return days >= 0 && days <= LONGEST_USE;
    }

    /** Weights of a tally are as of the reference day; instead of shrinking them all, what is added to them grows. */
    private static long growth(CreditNorms norms, LocalDate on) {
        if (!holds(norms, on)) {
            throw new IllegalArgumentException("norms of " + norms.reference() + " do not hold on " + on);
        }
        long days = ChronoUnit.DAYS.between(norms.reference(), on);
        return FixedPoint.decay(-days);
    }

    private static long prior(CreditNorms norms, long growth, Indicator indicator) {
        return indicator.prior() * FixedPoint.times(norms.mean(indicator), growth);
    }

    /** How bad, in billionths: the weighted sum of the shrunk rates, points and breaches. Lower is better. */
    public long badness() {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Credit in thousandths of a point, 0 (worst) to 100,000 (best). */
    public int points() {
        return norms.points(badness());
    }

    /** The credit of a merchant average in everything. */
    public int averagePoints() {
        return norms.points(averageBadness());
    }

    private long averageBadness() {
        return norms.averageParts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Mature orders, each by its weight of this day, rounded down. */
    public long effectiveOrders() {
        return tally.orderWeight() / growth(norms, on);
    }

    /** Fewer than 30 effective orders: neither praised nor blamed. */
    public boolean isThin() {
        return effectiveOrders() < THIN_FILE;
    }

    /** How many more effective orders until the file is thin no longer. */
    public long ordersUntilRated() {
        return Math.max(0, THIN_FILE - effectiveOrders());
    }

    /**
     * Bad orders against those expected of an average merchant with the same categories and lanes, in billionths: 1,000,000,000
     * is as expected.
     */
    public long relativeRisk() {
        long growth = growth(norms, on);
        long prior = prior(norms, growth, Indicator.DEFECT) + prior(norms, growth, Indicator.CANCELLATION);
        long bad = tally.failures(Indicator.DEFECT) + tally.failures(Indicator.CANCELLATION);
        return FixedPoint.quotient(bad + prior, Math.max(1, tally.expectedWeight() + prior));
    }

    /**
     * The chance, in billionths, that the merchant's next order of this kind ends badly, whoever's fault: what is normal for
     * category and lane, times how the merchant compares with the average one.
     */
    public long orderRisk(String category, Lane lane) {
        long mean = norms.mean(Indicator.DEFECT) + norms.mean(Indicator.CANCELLATION);
        long handOver = parts.getOrDefault(Indicator.HAND_OVER_LATE, 0L);
        long own = FixedPoint.times(Math.min(MOST, relativeRisk()), mean) + handOver;
        long average = mean + norms.averageParts().getOrDefault(Indicator.HAND_OVER_LATE, 0L);
        long factor = average == 0 ? FixedPoint.ONE : FixedPoint.quotient(own, average);
        return FixedPoint.times(Math.min(MOST, factor), norms.overall().expected(category, lane));
    }

    /** How sure the number of orders makes this score. */
    public Confidence confidence() {
        return new Confidence(this);
    }

    /** What each indicator adds to or takes from the average merchant's points, in thousandths: they sum to the difference. */
    public Map<Indicator, Integer> contributions() {
        return Contributions.of(parts, norms);
    }

    /** The four reasons that cost most, each with what would clear it. */
    public List<Reason> reasons() {
        return Reason.of(this);
    }

    /** The merchant's own weighted rate of an indicator in billionths, before shrinking; points or breaches in force. */
    public long ownValue(Indicator indicator) {
        return switch (indicator) {
            case POLICY_POINTS -> tally.quarterPoints(on) * (FixedPoint.ONE / QUARTERS);
            case INTEGRITY -> FixedPoint.quotient(tally.breachWeight(), growth(norms, on));
            case DEFECT, CANCELLATION, HAND_OVER_LATE, TRACKING_INVALID, RESPONSE_LATE, INSPECTION_NOT_ACCEPTED ->
                tally.occasions(indicator) == 0
                        ? 0
                        : FixedPoint.ratio(tally.failures(indicator), tally.occasions(indicator));
        };
    }

    /** How many occasions without fault bring the merchant's own rate back to the line; 0 where it is under, or no rate. */
    public long occasionsToClear(Indicator indicator) {
        if (!indicator.isRate()) {
            return 0;
        }
        long needed = FixedPoint.quotient(tally.failures(indicator), indicator.line());
        long missing = needed - tally.occasions(indicator);
        long growth = growth(norms, on);
        return missing <= 0 ? 0 : (missing + growth - 1) / growth;
    }

    /** Alpha and beta of the belief about a rate: failures and successes, the prior's included, by their weight of the day. */
    double[] belief(Indicator... indicators) {
        long growth = growth(norms, on);
        long failures = 0;
        for (Indicator indicator : indicators) {
            failures += tally.failures(indicator) + prior(norms, growth, indicator);
        }
        long all = tally.occasions(indicators[0]) + indicators[0].prior() * growth;
        return new double[] {(double) failures / growth, (double) (all - failures) / growth};
    }
}
