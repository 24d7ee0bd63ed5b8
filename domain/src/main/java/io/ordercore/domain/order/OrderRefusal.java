package io.ordercore.domain.order;

/** Why an order would not do what was asked. The names are stable: callers may decide by them. */
public enum OrderRefusal {
    /** The order's status does not allow it. */
    WRONG_STATUS,
    /** A hold blocks the operation. */
    ON_HOLD,
    /** The order has no such line. */
    UNKNOWN_LINE,
    /** More units asked for than there are. */
    TOO_MANY_UNITS,
    /** Nothing is left to do it to. */
    NOTHING_LEFT,
    /** The warehouse has the goods already. */
    ALREADY_RELEASED,
    /** A carrier has the goods already. */
    ALREADY_SHIPPED,
    /** Not everything has been delivered yet. */
    NOT_DELIVERED,
    /** Less was paid than it costs by now: it was changed while the payment ran. */
    UNDERPAID,
    /** The money cannot be given back: the buyer's bank has it back already, or claims it. */
    DISPUTED
}
