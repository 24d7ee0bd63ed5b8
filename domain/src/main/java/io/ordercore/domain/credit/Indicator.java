package io.ordercore.domain.credit;

/**
 * What a merchant is measured by, with the reason code a merchant reads.
 *
 * <p>The score adds {@code weight} times the merchant's rate of each. Defects, cancellations and hand-over are the score as
 * validated on order histories; the others weigh little and equal the platform's mean for who has no such evidence.
 */
public enum Indicator {
    DEFECT("M01", 1_000_000_000, 20_000_000, 30),
    CANCELLATION("M02", 1_000_000_000, 25_000_000, 30),
    HAND_OVER_LATE("M03", 500_000_000, 40_000_000, 30),
    TRACKING_INVALID("M04", 100_000_000, 50_000_000, 30),
    RESPONSE_LATE("M05", 100_000_000, 50_000_000, 30),
    INSPECTION_NOT_ACCEPTED("M06", 250_000_000, 100_000_000, 10),
    POLICY_POINTS("M07", 10_000_000, 2_000_000_000, 0),
    INTEGRITY("M09", 100_000_000, 0, 0);

    private final String code;
    private final long weight;
    private final long line;
    private final int prior;

    Indicator(String code, long weight, long line, int prior) {
        this.code = code;
        this.weight = weight;
        this.line = line;
        this.prior = prior;
    }

    /** Stable: {@code M01} to {@code M09}. {@code M08}, a thin file, is no indicator but the lack of all. */
    public String code() {
        return code;
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
