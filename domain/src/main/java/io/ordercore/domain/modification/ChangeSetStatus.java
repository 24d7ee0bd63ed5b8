package io.ordercore.domain.modification;

import java.util.Set;

/** The life of a change set. {@link #next} is the one table of legal moves. */
public enum ChangeSetStatus {
    /** Being put together. */
    DRAFT,
    /** Computed; nobody is left to ask. */
    QUOTED,
    /** The buyer must agree. */
    AWAITING_BUYER,
    /** The warehouse, the merchant or a supervisor must agree. */
    AWAITING_APPROVAL,
    /** The difference must be paid. */
    AWAITING_PAYMENT,
    /** Done. */
    APPLIED,
    /** Somebody said no. */
    DECLINED,
    /** Nobody answered in time. */
    EXPIRED,
    /** Taken back by whoever asked. */
    CANCELLED,
    /** The order moved on, and what was agreed does not hold any more. */
    CONFLICTED;

    public Set<ChangeSetStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(QUOTED, AWAITING_BUYER, AWAITING_APPROVAL, AWAITING_PAYMENT, CANCELLED);
            case QUOTED -> Set.of(APPLIED, DECLINED, EXPIRED, CANCELLED, CONFLICTED);
            case AWAITING_BUYER ->
                Set.of(QUOTED, AWAITING_APPROVAL, AWAITING_PAYMENT, DECLINED, EXPIRED, CANCELLED, CONFLICTED);
            case AWAITING_APPROVAL -> Set.of(QUOTED, AWAITING_PAYMENT, DECLINED, EXPIRED, CANCELLED, CONFLICTED);
            case AWAITING_PAYMENT -> Set.of(QUOTED, DECLINED, EXPIRED, CANCELLED, CONFLICTED);
            case APPLIED, DECLINED, EXPIRED, CANCELLED, CONFLICTED -> Set.of();
        };
    }

    /** Whether it still stands in the way of another one. */
    public boolean isOpen() {
        return !next().isEmpty();
    }
}
