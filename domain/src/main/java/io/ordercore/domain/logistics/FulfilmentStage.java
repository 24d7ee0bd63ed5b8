package io.ordercore.domain.logistics;

import java.util.Set;

/** How far the warehouse and the carrier are with one fulfilment. {@link #next} is the one table of legal moves. */
public enum FulfilmentStage {
    OPEN,
    /** With the warehouse: edits only by its consent. */
    RELEASED,
    PICKING,
    PACKED,
    /** With the carrier: no edit in place any more. */
    HANDED_OVER,
    DELIVERED,
    /** Given back by the warehouse, or by the carrier without having reached the buyer. */
    CANCELLED;

    public Set<FulfilmentStage> next() {
        return switch (this) {
            case OPEN -> Set.of(RELEASED, CANCELLED);
            case RELEASED -> Set.of(PICKING, CANCELLED);
            case PICKING -> Set.of(PACKED, CANCELLED);
            case PACKED -> Set.of(HANDED_OVER, CANCELLED);
            case HANDED_OVER -> Set.of(DELIVERED, CANCELLED);
            case DELIVERED, CANCELLED -> Set.of();
        };
    }
}
