package io.ordercore.domain.credit;

/** Who answers for something that went wrong. Only what is the merchant's enters its score. */
public enum Owner {
    MERCHANT,
    CARRIER,
    BUYER,
    PLATFORM,
    UNKNOWN
}
