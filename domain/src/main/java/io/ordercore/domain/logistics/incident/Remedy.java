package io.ordercore.domain.logistics.incident;

/** What can be done for the buyer about an incident. The names are stable. */
public enum Remedy {
    /** The parcel is still expected, by a new date. */
    KEEP_WAITING,
    /** The parcel is given up and the same goods are sent again. */
    RESHIP,
    /** The parcel is given up and paid back. */
    REFUND,
    /** The buyer takes the parcel as it is and gets a part of the money back. */
    PARTIAL_REFUND,
    /** The buyer takes the parcel as it is and gets a voucher. */
    VOUCHER,
    /** The parcel is brought back, and paid back when it is there. */
    RETURN;

    /** Whether the parcel is no longer meant for the buyer once this is done. */
    public boolean givesUpTheParcel() {
        return this == RESHIP || this == REFUND;
    }

    /** Whether there is something to wait for before the case is over. */
    public boolean takesTime() {
        return this == KEEP_WAITING || this == RETURN;
    }
}
