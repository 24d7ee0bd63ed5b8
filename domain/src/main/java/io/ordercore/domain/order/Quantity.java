package io.ordercore.domain.order;

/** What a line's units are counted as. The first group excludes one another; the second looks at what was shipped. */
public enum Quantity {
    ORDERED,
    CANCELLED,
    /** Promised from stock. */
    RESERVED,
    BACKORDERED,
    /** Given to the warehouse to pick. */
    RELEASED,
    PACKED,
    /** Handed to a carrier; cumulative. */
    SHIPPED,

    DELIVERED,
    LOST,
    RETURNED_TO_SENDER,

    /** Delivered, and to be sent back. */
    RETURN_REQUESTED,
    /** Sent back and accepted; the money is what {@link #REFUNDED} counts. */
    RETURN_RECEIVED,
    /** Paid back, or replaced for nothing, though shipped. */
    REFUNDED,
    /** Sent back and replaced by units of another line. */
    EXCHANGED,
    /** Delivered, worth nothing, and not sent back. */
    WRITTEN_OFF
}
