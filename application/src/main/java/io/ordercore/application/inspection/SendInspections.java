package io.ordercore.application.inspection;

/**
 * Tells agencies of the inspections ordered from them, until they answer. Meant to be called every second or so by a durable
 * timer; safe on any number of nodes at once.
 */
public interface SendInspections {
    /** Asks for at most {@code limit}; answers for how many. Blocks while agencies are asked. */
    int send(int limit);
}
