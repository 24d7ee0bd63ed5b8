package io.ordercore.domain.logistics.intercept;

import java.util.Set;

/** The life of an interception. {@link #next} is the one table of legal moves. The names are stable. */
public enum InterceptionStatus {
    /** The carrier is being asked. */
    REQUESTED,
    /** The carrier will try. */
    ACCEPTED,
    /** The carrier has stopped it. */
    INTERCEPTED,
    /** It goes where it is wanted. */
    REDIRECTED,
    /** It waits to be fetched. */
    HELD_FOR_PICKUP,
    /** It is on its way back. */
    RETURNING,
    /** It is back, and what follows was done. */
    RETURNED,
    /** The carrier does not, or never answered. */
    REFUSED,
    /** It was delivered first. */
    FAILED,
    /** It never came back. */
    LOST,
    /** Taken back before the carrier agreed. */
    CANCELLED;

    public Set<InterceptionStatus> next() {
        return switch (this) {
            case REQUESTED ->
                Set.of(
                        ACCEPTED,
                        INTERCEPTED,
                        REDIRECTED,
                        HELD_FOR_PICKUP,
                        RETURNING,
                        RETURNED,
                        REFUSED,
                        FAILED,
                        LOST,
                        CANCELLED);
            case ACCEPTED ->
                Set.of(INTERCEPTED, REDIRECTED, HELD_FOR_PICKUP, RETURNING, RETURNED, REFUSED, FAILED, LOST);
            case INTERCEPTED -> Set.of(REDIRECTED, HELD_FOR_PICKUP, RETURNING, RETURNED, FAILED, LOST);
            case RETURNING -> Set.of(RETURNED, FAILED, LOST);
            case REDIRECTED, HELD_FOR_PICKUP, RETURNED, REFUSED, FAILED, LOST, CANCELLED -> Set.of();
        };
    }

    public boolean isOpen() {
        return !next().isEmpty();
    }
}
