package io.ordercore.application.order;

import io.ordercore.domain.order.OrderEvent;
import java.util.List;

/**
 * Reacts to what happened to orders. Called after the commit, in a transaction of its own, with events of any orders, those of
 * one order in their sequence; the same events may come again, so a reaction must be idempotent.
 */
@FunctionalInterface
public interface OrderEventListener {
    void happened(List<OrderEvent> events);
}
