package io.ordercore.application.order;

import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reacts to what happened to orders. Called after the commit, in a transaction of its own, with events of any orders, those of
 * one order in their sequence; the same events may come again, so a reaction must be idempotent.
 */
@FunctionalInterface
public interface OrderEventListener {
    void happened(List<OrderEvent> events);

    /** What it wants to hear of; all there is unless it says less. Nearly all events at a peak tell of orders placed. */
    default Set<OrderEventType> about() {
        return EnumSet.allOf(OrderEventType.class);
    }
}
