package io.ordercore.domain.logistics.intercept;

/** What became of the fee for an interception. The names are stable. */
public enum FeeStatus {
    /** Named, not yet agreed to. */
    QUOTED,
    CHARGED,
    /** There was none. */
    WAIVED,
    /** It went back because the interception failed. */
    REFUNDED
}
