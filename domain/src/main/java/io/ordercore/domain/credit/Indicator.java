package io.ordercore.domain.credit;

/**
 * What a merchant is measured by; {@link ReasonCode} is what a merchant reads of it.
 *
 * <p>The score adds {@code weight} times the merchant's rate of each. Defects, cancellations and hand-over are the score as
 * validated on order histories; the others weigh little and equal the platform's mean for who has no such evidence.
 */
public enum Indicator {
    DEFECT(1_000_000_000, 20_000_000, 30),
    CANCELLATION(1_000_000_000, 25_000_000, 30),
    HAND_OVER_LATE(500_000_000, 40_000_000, 30),
    TRACKING_INVALID(100_000_000, 50_000_000, 30),
    RESPONSE_LATE(100_000_000, 50_000_000, 30),
    INSPECTION_NOT_ACCEPTED(250_000_000, 100_000_000, 10),
    POLICY_POINTS(10_000_000, 2_000_000_000, 0),
    INTEGRITY(100_000_000, 0, 0);

    private final long weight;
    private final long line;
    private final int prior;

    Indicator(long weight, long line, int prior) {
        this.weight = weight;
        this.line = line;
        this.prior = prior;
    }

    /** The rate that may not be exceeded, in billionths; points or breaches in force for the two that are no rates. */
    public long line() {
        return line;
    }

    /** True for a share of occasions, false for points and breaches, which are counted. */
    public boolean isRate() {
        return prior > 0;
    }

    /** In billionths. */
    long weight() {
        return weight;
    }

    /** How many occasions of average behaviour everybody starts with. */
    int prior() {
        return prior;
    }
}
