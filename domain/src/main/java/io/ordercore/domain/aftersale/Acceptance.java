package io.ordercore.domain.aftersale;

/** What was found about one unit that came back. The names are stable. */
public enum Acceptance {
    PENDING,
    /** As it should be; back to the shelf. */
    ACCEPTED,
    /** Accepted, though nobody can buy it any more: written off. */
    ACCEPTED_UNSELLABLE,
    /** Not as it was sent: the buyer keeps it. */
    REJECTED,
    /** Somebody must look at it again. */
    MANUAL_INTERVENTION_REQUIRED;

    boolean isAccepted() {
        return this == ACCEPTED || this == ACCEPTED_UNSELLABLE;
    }

    boolean isOpen() {
        return this == PENDING || this == MANUAL_INTERVENTION_REQUIRED;
    }
}
