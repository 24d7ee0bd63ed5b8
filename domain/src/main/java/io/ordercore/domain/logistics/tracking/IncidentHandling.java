package io.ordercore.domain.logistics.tracking;

/** What the platform does about an incident unless a person decides otherwise. */
public enum IncidentHandling {
    /** Claim from the carrier; send again or refund. */
    CLAIM_AND_REPLACE,
    /** Ask the carrier to search. */
    TRACE,
    /** Tell the buyer the new date. */
    NEW_DATE,
    /** Press the carrier to move the parcel on. */
    NUDGE,
    REDIRECT_OR_OTHER_CARRIER,
    REPACK,
    /** The shipper corrects data or gets ready. */
    CORRECT,
    ASK_CONSIGNEE,
    REDELIVER,
    RETURN_AND_REFUND,
    REMIND_THEN_RETURN,
    PAYMENT_LINK,
    DOCUMENTS,
    WAIT,
    INFORM,
    /** Nobody knows yet: a person looks. */
    MANUAL
}
