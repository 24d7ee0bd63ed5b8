package io.ordercore.domain.logistics.intercept;

/** What a parcel is intercepted for. The names are stable. */
public enum Aim {
    /** It goes somewhere else, or to somebody else. */
    REDIRECT,
    /** It comes later. */
    RESCHEDULE,
    /** It waits where the buyer fetches it. */
    HOLD,
    /** It comes back and is paid back. */
    RETURN,
    /** It comes back and the right goods are sent. */
    RESHIP;

    /** Where it ends when the carrier says that it is done. */
    InterceptionStatus done() {
        return switch (this) {
            case REDIRECT, RESCHEDULE -> InterceptionStatus.REDIRECTED;
            case HOLD -> InterceptionStatus.HELD_FOR_PICKUP;
            case RETURN, RESHIP -> InterceptionStatus.RETURNING;
        };
    }

    /** Whether the parcel is meant to come back. */
    public boolean bringsBack() {
        return this == RETURN || this == RESHIP;
    }
}
