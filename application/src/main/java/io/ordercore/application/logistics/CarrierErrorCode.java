package io.ordercore.application.logistics;

/** Why a carrier did not do what it was asked, the same words for all carriers. */
public enum CarrierErrorCode {
    /** Wrong or expired credentials. */
    AUTH,
    /** Right credentials that may not see or do this. Not the same as an absent parcel. */
    NOT_PERMITTED,
    RATE_LIMITED,
    /** A fresh number the carrier's system does not show yet: ask again later. */
    NOT_FOUND_YET,
    NOT_FOUND,
    /** One number, several parcels, and nothing to tell them apart. */
    AMBIGUOUS_NUMBER,
    INVALID_INPUT,
    NOT_SERVICEABLE,
    /** The same key with another body. */
    DUPLICATE,
    ALREADY_CANCELLED,
    TOO_LATE,
    CAPACITY,
    UPSTREAM_DOWN,
    TIMEOUT,
    BAD_PAYLOAD,
    BAD_SIGNATURE,
    QUOTA_EXHAUSTED
}
