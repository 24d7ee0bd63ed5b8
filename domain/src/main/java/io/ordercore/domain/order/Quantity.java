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
    RETURN_REQUESTED,
    RETURN_RECEIVED,
    REFUNDED,
    EXCHANGED,
    WRITTEN_OFF
}
