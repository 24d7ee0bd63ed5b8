package io.ordercore.domain.credit;

/**
 * How far a score can be trusted: the 90 % interval of the belief about the merchant's rate of bad orders, a beta distribution.
 *
 * <p>A measure against a merchant asks that even the interval's better end is over the line, a promotion that even its worse end
 * is under. Floating point is used here and nowhere else: strictly, on whole-number input, for a yes or no that is not added up.
 */
public final class Confidence {
    private static final double TAIL = 0.05;

    private final CreditScore score;

    Confidence(CreditScore score) {
        this.score = score;
    }

    /** The interval's lower end for the rate of bad orders, in billionths. */
    public long lowerBound() {
        return quantile(TAIL);
    }

    /** The interval's upper end for the rate of bad orders, in billionths. */
    public long upperBound() {
        return quantile(1 - TAIL);
    }

    /** Whether even the worse end of the interval has so many thousandths of a point. */
    public boolean isSurelyAtLeast(int points) {
        return chanceAtLeast(points) >= 1 - TAIL;
    }

    /** Whether even the better end of the interval has fewer. */
    public boolean isSurelyBelow(int points) {
        return chanceAtLeast(points) <= TAIL;
    }

    /** Whether even the better end of an indicator's own interval is over its line. */
    public boolean isSurelyOverLine(Indicator indicator) {
        if (!indicator.isRate()) {
            return score.ownValue(indicator) > indicator.line();
        }
        double[] belief = score.belief(indicator);
        return Beta.cumulative((double) indicator.line() / FixedPoint.ONE, belief[0], belief[1]) <= TAIL;
    }

    private double chanceAtLeast(int points) {
        long others = score.badness()
                - score.parts().getOrDefault(Indicator.DEFECT, 0L)
                - score.parts().getOrDefault(Indicator.CANCELLATION, 0L);
        double allowed = (double) (score.norms().badnessAt(points) - others) / FixedPoint.ONE;
        double[] belief = badOrders();
        return Beta.cumulative(allowed, belief[0], belief[1]);
    }

    private long quantile(double chance) {
        double[] belief = badOrders();
        return Math.round(Beta.quantile(chance, belief[0], belief[1]) * FixedPoint.ONE);
    }

    private double[] badOrders() {
        return score.belief(Indicator.DEFECT, Indicator.CANCELLATION);
    }
}
