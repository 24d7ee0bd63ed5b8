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
    /** A parcel goes somewhere else than it was sent to. */
    REDIRECTED,
    /** A parcel comes at another time than it was sent for. */
    RESCHEDULED,
    /** Delivery costs more: a fee that was agreed. */
    CHARGED,
    /** A fee goes back. */
    FEE_RETURNED,
    /** A parcel came back without having reached the buyer. */
    RETURNED_TO_SENDER,
    /** A parcel that came back was looked at: its goods are back on the shelf, or written off. */
    RETURN_INSPECTED,
    /** A parcel is given up. */
    LOST,
    RETURN_REQUESTED,
    RETURN_WITHDRAWN,
    /** What the buyer sent back is there and accepted. */
    RETURN_RECEIVED,
    /** Shipped units are not paid for any more. */
    UNITS_REFUNDED,
    /** The buyer keeps goods that are worth less, and pays less for them. */
    COMPENSATED,
    /** A voucher pays for part of an order that is not paid yet: its lines cost less. */
    VOUCHER_REDEEMED,
    /** Shipped units are replaced by a new line. */
    REPLACED,
    /** A line that waited for money or goods got its units from the shelf. */
    ALLOCATED,
    /** Delivered units are worth nothing and stay where they are. */
    WRITTEN_OFF,
    /** Money came for an order that had expired or was cancelled. */
    PAID_LATE,
    REFUND_REQUESTED,
    REFUNDED,
    REFUND_FAILED
}
