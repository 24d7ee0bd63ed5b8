package io.ordercore.domain.logistics.tracking;

/** Who can put an incident right. */
public enum ResponsibleParty {
    CARRIER,
    SHIPPER,
    CONSIGNEE,
    AUTHORITY,
    /** The buyer or the platform asked for it: information, not trouble. */
    CUSTOMER,
    /** Weather, holidays, acts of God. */
    NOBODY,
    UNKNOWN
}
