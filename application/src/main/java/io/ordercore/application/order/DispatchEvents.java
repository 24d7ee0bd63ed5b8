package io.ordercore.application.order;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Tells every listener what happened since it was last told. Meant to be called every second or less by a durable timer; safe
 * on any number of nodes at once.
 */
public interface DispatchEvents {
    /** Hands on events until there are no more, at most {@code limit} at a time; answers how many. */
    int dispatch(int limit);

    /** The names of the listeners, in the order in which they are told. */
    List<String> consumers();

    /** How far behind each listener is; a metric. */
    Map<String, Duration> lag();
}
