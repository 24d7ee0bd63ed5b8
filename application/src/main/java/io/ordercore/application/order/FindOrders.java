package io.ordercore.application.order;

import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.Purchase;
import io.ordercore.domain.order.PurchaseId;
import java.util.List;
import java.util.Optional;

/** Reads orders and their history. */
public interface FindOrders {
    Optional<Order> order(OrderId id);

    Optional<Purchase> purchase(PurchaseId id);

    List<Order> list(OrderQuery query);

    /** The events after a sequence, oldest first; 0 for all. */
    List<OrderEvent> history(OrderId id, long after);
}
