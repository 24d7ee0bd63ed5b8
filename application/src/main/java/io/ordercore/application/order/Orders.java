package io.ordercore.application.order;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.Purchase;
import io.ordercore.domain.order.PurchaseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The orders the marketplace remembers, each with its unbroken history. */
public interface Orders {
    Optional<Order> find(OrderId id);

    Optional<Purchase> purchase(PurchaseId id);

    /**
     * Stores a changed order and appends its events to its history, in the running transaction. New orders do not come this
     * way but through {@link OrderIntake}.
     *
     * @throws StaleVersionException if the stored order is not at {@link OrderDecision.Changed#baseVersion()}
     */
    default void save(OrderDecision.Changed changed) {
        save(List.of(changed));
    }

    /** {@link #save(OrderDecision.Changed)} for changes of several orders, each named once: all of them or, by throwing, none. */
    void save(List<OrderDecision.Changed> changes);

    /** The events of an order after a sequence (0 for all), oldest first; empty for an unknown order. */
    List<OrderEvent> history(OrderId id, long after);

    /** Orders by what is asked, newest first. */
    List<Order> list(OrderQuery query);

    /**
     * Orders whose deadline has passed, the longest overdue first. In a transaction they stay as they are until it ends, and
     * those that another one is changing are left out.
     *
     * @param skip how many of the longest overdue are not wanted
     */
    List<Order> due(Instant now, int skip, int limit);

    /** The deadline that comes, or should have been met, before all others; empty if no order waits for one. */
    Optional<Instant> earliestDeadline();
}
