package io.ordercore.domain.logistics.arrival;

import java.time.Duration;
import java.time.Instant;

/**
 * A promise that may be broken unless something good is heard.
 *
 * @param promised what the buyer was promised
 * @param from since when less time is left than nine in ten such parcels need; no later than the promise itself
 */
public record Danger(Instant promised, Instant from) {
    /** Above every risk of a promise that can still be kept. */
    private static final long BROKEN = 1_000_000_000_000L;

    private static final long MOST = BROKEN - 1;

    public Danger {
        if (from.isAfter(promised)) {
            from = promised;
        }
    }

    public boolean isBroken(Instant now) {
        return !promised.isAfter(now);
    }

    /** What is likely to be needed, in thousandths of the time left. Broken promises come above all others, the oldest on top. */
    public long urgency(Instant now) {
        if (isBroken(now)) {
            return BROKEN + Duration.between(promised, now).toSeconds();
        }
        long needed = Duration.between(from, promised).toSeconds() * 1000;
        return Math.min(needed / Math.max(Duration.between(now, promised).toSeconds(), 1), MOST);
    }
}
