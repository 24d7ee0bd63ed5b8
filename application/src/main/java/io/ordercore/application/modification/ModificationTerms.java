package io.ordercore.application.modification;

import java.time.Duration;

/**
 * The platform's periods for changes.
 *
 * @param quoteFor how long a quote holds when only the buyer is asked
 * @param approvalWithin how long it holds when somebody else must approve
 * @param returnWindow how long after delivery goods may come back
 */
public record ModificationTerms(Duration quoteFor, Duration approvalWithin, Duration returnWindow) {
    /** 30 minutes, 4 hours, 7 days. */
    public static final ModificationTerms STANDARD =
            new ModificationTerms(Duration.ofMinutes(30), Duration.ofHours(4), Duration.ofDays(7));
}
