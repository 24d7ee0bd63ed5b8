package io.ordercore.domain.logistics.tracking;

import org.jspecify.annotations.Nullable;

/**
 * When somebody says the parcel will arrive. Kept beside every other such saying, never instead of it.
 *
 * @param from earliest, absent when only a latest time is given
 * @param through latest, absent when only an earliest time is given
 * @param reason why it changed, in the carrier's words
 */
public record ArrivalWindow(
        Kind kind,
        @Nullable EventTime from,
        @Nullable EventTime through,
        @Nullable String reason) {
    public ArrivalWindow {
        if (from == null && through == null) {
            throw new IllegalArgumentException("a window has at least one end");
        }
    }

    /** Whose word it is. An estimate counts for more than a commitment made before the journey. */
    public enum Kind {
        /** What the carrier expects now. */
        ESTIMATE,
        /** What the carrier expected at first, before it changed its mind. */
        FIRST_ESTIMATE,
        /** What the service booked promises. */
        COMMITMENT
    }
}
