package io.ordercore.domain.aftersale;

import java.util.Set;

/** The life of a return. {@link #next} is the one table of legal moves. The names are stable. */
public enum ReturnStatus {
    /** The merchant must agree. */
    REQUESTED,
    /** The buyer may send it. */
    APPROVED,
    DECLINED,
    /** The buyer sent it. */
    IN_TRANSIT,
    RECEIVED,
    /** Every unit was looked at. */
    INSPECTED,
    /** The money goes back. */
    REFUNDED,
    /** Other goods are sent. */
    EXCHANGED,
    /** Nothing was accepted. */
    CLOSED,
    CANCELLED,
    /** The buyer never sent it. */
    EXPIRED;

    public Set<ReturnStatus> next() {
        return switch (this) {
            case REQUESTED -> Set.of(APPROVED, DECLINED, CANCELLED, EXPIRED);
            case APPROVED -> Set.of(IN_TRANSIT, RECEIVED, CANCELLED, EXPIRED);
            case IN_TRANSIT -> Set.of(RECEIVED);
            case RECEIVED -> Set.of(INSPECTED);
            case INSPECTED -> Set.of(REFUNDED, EXCHANGED, CLOSED);
            case REFUNDED, EXCHANGED, CLOSED, DECLINED, CANCELLED, EXPIRED -> Set.of();
        };
    }

    public boolean isOpen() {
        return !next().isEmpty();
    }
}
