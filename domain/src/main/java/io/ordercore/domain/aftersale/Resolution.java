package io.ordercore.domain.aftersale;

/** What a claim ends with. The names are stable. */
public enum Resolution {
    /** Paid back. */
    REFUND,
    /** The same again, for what was paid. */
    RESHIP,
    /** Paid back, and the same again for nothing. */
    REFUND_AND_RESHIP
}
