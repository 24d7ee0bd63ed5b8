package io.ordercore.application.credit;

/**
 * Does what time brings: orders mature, the first of the month evaluates every merchant, sanctions end, payouts fall due. Meant
 * to be called every second or so by a durable timer; safe on any number of nodes at once.
 */
public interface KeepCredit {
    /** Handles at most {@code limit} of each; answers how many it handled. */
    int keep(int limit);
}
