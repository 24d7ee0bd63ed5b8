package io.ordercore.domain.order;

/** What can happen to an order. The names are stable: they stand in the history and leave with the event feed. */
public enum OrderEventType {
    PLACED,
    CONFIRMED,
    EXPIRED,
    LINES_CANCELLED,
    CANCELLED,
    RELEASED,
    PICKING,
    PACKED,
    HANDED_OVER,
    DELIVERED,
    RECEIVED,
    COMPLETED,
    CLOSED,
    HOLD_PLACED,
    HOLD_RESOLVED,
    /** An agreed change was made; the facts name it and what it did to the lines. */
    MODIFIED,
    /** The warehouse gave a fulfilment back. */
    RECALLED,
    /** More money came, for a change that is agreed. */
    TOPPED_UP,
    /** Money came for an order that had expired or was cancelled. */
    PAID_LATE,
    REFUND_REQUESTED,
    REFUNDED,
    REFUND_FAILED
}
