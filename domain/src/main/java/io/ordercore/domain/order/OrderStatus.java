package io.ordercore.domain.order;

import java.util.Set;

/** The life of an order. {@link #next} is the one table of legal moves. */
public enum OrderStatus {
    /** Being put together; nothing is promised. */
    DRAFT,
    /** Placed, stock reserved, not yet paid. */
    PENDING_PAYMENT,
    /** Paid; the merchant must deliver. */
    CONFIRMED,
    /** The buyer has what was not cancelled. */
    COMPLETED,
    /** The time for returns is over. */
    CLOSED,
    /** Not paid in time; what it reserved was given back. */
    EXPIRED,
    /** Given up before anything was shipped. */
    CANCELLED;

    public Set<OrderStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(PENDING_PAYMENT, CANCELLED);
            case PENDING_PAYMENT -> Set.of(CONFIRMED, EXPIRED, CANCELLED);
            case CONFIRMED -> Set.of(COMPLETED, CANCELLED);
            case COMPLETED -> Set.of(CLOSED);
            case CLOSED, EXPIRED, CANCELLED -> Set.of();
        };
    }

    public boolean isTerminal() {
        return next().isEmpty();
    }
}
