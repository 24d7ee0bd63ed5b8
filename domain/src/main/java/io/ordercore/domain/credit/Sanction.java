package io.ordercore.domain.credit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A measure in force against a merchant.
 *
 * @param reason what the merchant did, as the code it reads
 * @param end exclusive; null while it lasts until lifted
 * @param pausedSince while an appeal is open; null otherwise
 */
public record Sanction(
        MeasureKind kind,
        SanctionRule rule,
        ReasonCode reason,
        Instant start,
        @Nullable Instant end,
        @Nullable Instant pausedSince) {
    /** Whether it restricts the merchant now. */
    public boolean isInForce(Instant now) {
        return pausedSince == null && !now.isBefore(start) && (end == null || now.isBefore(end));
    }

    /** Stopped while an appeal is examined. A frozen merchant found deceiving stays frozen. */
    public Sanction paused(Instant now) {
        boolean stays = pausedSince != null || rule == SanctionRule.INTEGRITY_BREACH || !isInForce(now);
        return stays ? this : new Sanction(kind, rule, reason, start, end, now);
    }

    /** Goes on where it was paused: the rest of its time is still to come. */
    public Sanction resumed(Instant now) {
        if (pausedSince == null) {
            return this;
        }
        Instant later = end == null ? null : end.plus(Duration.between(pausedSince, now));
        return new Sanction(kind, rule, reason, start, later, null);
    }

    /** Over now: lifted by a person, or the ground for it is gone. */
    public Sanction lifted(Instant now) {
        return new Sanction(kind, rule, reason, start, now, null);
    }
}
