package io.ordercore.domain.modification;

/** What a change or its alternative may cost besides the goods. */
public enum FeeKind {
    /** A new label for a parcel that had one. */
    RELABEL,
    /** The carrier stops or turns a parcel. */
    INTERCEPT,
    /** A parcel is sent again. */
    RESHIP,
    /** The way back from the buyer. */
    RETURN_SHIPPING
}
