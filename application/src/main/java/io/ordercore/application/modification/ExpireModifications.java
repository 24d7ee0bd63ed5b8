package io.ordercore.application.modification;

/**
 * Ends quotes nobody answered in time: what they held is free again, what was paid for them goes back. Meant to be called every
 * second or so by a durable timer; safe on any number of nodes at once.
 */
public interface ExpireModifications {
    /** Handles at most {@code limit}; answers how many it ended. */
    int expire(int limit);
}
