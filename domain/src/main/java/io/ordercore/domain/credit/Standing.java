package io.ordercore.domain.credit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The tier a merchant holds, and what the last evaluation thought of the next one.
 *
 * <p>Up needs two evaluations in a row, three points above the line, and an interval wholly above it. Down needs one, three
 * points below, and an interval wholly below. Thirty mature orders in a row without fault raise C or D by one tier.
 *
 * @param since the evaluation that set the tier
 * @param proposed the better tier the last evaluation found; null where it found none
 * @param evaluated the last evaluation
 */
public record Standing(
        CreditTier tier, LocalDate since, @Nullable CreditTier proposed, LocalDate evaluated) {
    private static final int MARGIN = 3_000;
    static final int CLEAN_RUN = 30;

    /** A merchant nothing is known of. */
    public static Standing newcomer(LocalDate since) {
        return new Standing(CreditTier.N, since, null, since);
    }

    /**
     * What an evaluation makes of it.
     *
     * @param cleanRun mature orders in a row without the merchant's fault, since the tier was set
     */
    public Standing evaluated(CreditScore score, int cleanRun) {
        LocalDate on = score.on();
        if (score.isThin()) {
            return raisedByCleanRun(on, cleanRun);
        }
        CreditTier lower = surelyLower(score);
        if (tier.isBetterThan(lower)) {
            return new Standing(lower, on, null, on);
        }
        CreditTier better = surelyBetter(score);
        if (better.isBetterThan(tier)) {
            if (proposed == null) {
                return tier == CreditTier.N
                        ? new Standing(CreditTier.B, on, better, on)
                        : raisedOrProposed(on, better, cleanRun);
            }
            return new Standing(proposed.isBetterThan(better) ? better : proposed, on, null, on);
        }
        return tier == CreditTier.N ? new Standing(CreditTier.B, on, null, on) : raisedByCleanRun(on, cleanRun);
    }

    /** The best tier the interval still reaches, three points short of its line forgiven; this one if none is worse. */
    private CreditTier surelyLower(CreditScore score) {
        Confidence confidence = score.confidence();
        int points = score.points();
        for (CreditTier candidate : CreditTier.RATED) {
            boolean lost = points < candidate.line() - MARGIN && confidence.isSurelyBelow(candidate.line());
            if (!lost) {
                return candidate;
            }
        }
        return CreditTier.D;
    }

    /** The best tier the whole interval has earned, three points over its line. */
    private static CreditTier surelyBetter(CreditScore score) {
        Confidence confidence = score.confidence();
        int points = score.points();
        for (CreditTier candidate : CreditTier.RATED) {
            if (points >= candidate.line() + MARGIN && confidence.isSurelyAtLeast(candidate.line())) {
                return candidate;
            }
        }
        return CreditTier.D;
    }

    private Standing raisedOrProposed(LocalDate on, CreditTier better, int cleanRun) {
        Standing raised = raisedByCleanRun(on, cleanRun);
        return new Standing(raised.tier, raised.since, better.isBetterThan(raised.tier) ? better : null, on);
    }

    private Standing raisedByCleanRun(LocalDate on, int cleanRun) {
        boolean restricted = tier == CreditTier.C || tier == CreditTier.D;
        return restricted && cleanRun >= CLEAN_RUN ? new Standing(tier.oneUp(), on, null, on) : staying(on);
    }

    private Standing staying(LocalDate on) {
        return new Standing(tier, since, null, on);
    }
}
