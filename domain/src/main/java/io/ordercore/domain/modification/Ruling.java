package io.ordercore.domain.modification;

/** Whether a change may happen; from the mildest to the strictest. */
public enum Ruling {
    ALLOW,
    ALLOW_WITH_FEE,
    NEEDS_APPROVAL,
    /** Not this way; there are others. */
    OFFER_ALTERNATIVE,
    /** Not at all. */
    DENY;

    /** Whether the change itself can go ahead, perhaps for a fee or with somebody's consent. */
    public boolean isOpen() {
        return compareTo(NEEDS_APPROVAL) <= 0;
    }
}
