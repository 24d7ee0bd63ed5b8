package io.ordercore.domain.aftersale;

/** What can be done about it. The names are stable. */
public enum Way {
    /** The goods come back and are paid back. */
    RETURN,
    /** The goods come back and others are sent. */
    EXCHANGE,
    /** Nothing comes back. */
    CLAIM
}
