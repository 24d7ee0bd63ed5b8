package io.ordercore.domain.modification;

/** What the buyer must agree to. The names are stable; the amounts are in the quote. */
public enum Agreement {
    PAY_DIFFERENCE,
    PAY_FEE,
    RECEIVE_LESS,
    RECEIVE_OTHER_GOODS,
    /** The goods go somewhere else. */
    NEW_DESTINATION,
    /** They start their way again, later. */
    SENT_LATER,
    /** A carrier tries, and may fail. */
    NOT_GUARANTEED
}
