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
    REFUND_REQUESTED,
    REFUNDED,
    REFUND_FAILED
}
