package io.ordercore.application.inspection;

/**
 * Does what time brings: tells the buyers of goods that failed, and reminds merchants whose time to rectify is over. Meant to be
 * called every second or so by a durable timer.
 */
public interface KeepInspections {
    /** Handles at most {@code limit} of each; answers how many it handled. */
    int keep(int limit);
}
