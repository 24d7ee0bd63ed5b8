package io.ordercore.domain.payment;

import java.util.Set;

/** How an exchange with the provider stands. {@link #next} is the one table of legal moves. */
public enum TransactionStatus {
    /** Written down, the provider perhaps not asked yet. */
    INIT,
    /** The provider waits for the buyer or for a bank. */
    PENDING,
    /** Asked, and no answer came: it may have happened. */
    UNKNOWN,
    SUCCESS,
    DECLINED,
    /** It did not happen. */
    ERROR;

    public Set<TransactionStatus> next() {
        return switch (this) {
            case INIT -> Set.of(PENDING, UNKNOWN, SUCCESS, DECLINED, ERROR);
            case PENDING -> Set.of(PENDING, UNKNOWN, SUCCESS, DECLINED, ERROR);
            case UNKNOWN -> Set.of(UNKNOWN, PENDING, SUCCESS, DECLINED, ERROR);
            case SUCCESS, DECLINED, ERROR -> Set.of();
        };
    }

    /** Whether somebody still has to find out. */
    public boolean isOpen() {
        return !next().isEmpty();
    }
}
