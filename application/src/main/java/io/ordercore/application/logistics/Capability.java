package io.ordercore.application.logistics;

/** What a carrier can do. A capability advertised works; one that is not answers {@link CarrierResult.Unsupported}. */
public enum Capability {
    SERVICEABILITY,
    QUOTE,
    BOOK,
    /** The carrier itself recognises a repeated booking; without it the adapter looks the booking up first. */
    IDEMPOTENT_BOOK,
    CANCEL,
    PICKUP,
    TRACK_PULL,
    /** Several numbers in one call, {@link CarrierProfile#trackBatch()} at most. */
    TRACK_BATCH,
    TRACK_PUSH,
    PUSH_SIGNED,
    ETA,
    ETA_WINDOW,
    INTERCEPT,
    REVERSE,
    /** It looks for a parcel that is silent. */
    INQUIRY,
    CLAIM,
    POD,
    COD,
    CUSTOMS,
    MULTI_PARCEL,
    /** Tracking answers nothing without the last digits of a telephone number of sender or consignee. */
    NEEDS_PHONE_SUFFIX
}
