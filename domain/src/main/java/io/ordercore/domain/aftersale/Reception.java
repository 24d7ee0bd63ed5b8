package io.ordercore.domain.aftersale;

/** Where one unit that is to come back is. The names are stable. */
public enum Reception {
    AWAITING,
    IN_TRANSIT,
    RECEIVED,
    LOST_IN_TRANSIT,
    /** Another thing was in the parcel. */
    WRONG_ITEM,
    /** The parcel held fewer. */
    SHORT_SHIPPED,
    EXPIRED,
    CANCELLED
}
