package io.ordercore.application.order;

import java.time.Duration;

/**
 * Does what follows from deadlines that have passed: expires unpaid orders, confirms receipt, closes. Meant to be called every
 * second or so by a durable timer; safe on any number of nodes at once.
 */
public interface MeetDeadlines {
    /** Handles at most {@code limit} orders; answers how many it changed. */
    int meet(int limit);

    /** How long ago the longest overdue deadline passed; zero if none has. A metric. */
    Duration lag();
}
