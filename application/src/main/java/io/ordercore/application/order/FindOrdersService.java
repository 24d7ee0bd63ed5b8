package io.ordercore.application.order;

import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.Purchase;
import io.ordercore.domain.order.PurchaseId;
import java.util.List;
import java.util.Optional;

final class FindOrdersService implements FindOrders {
    private final Orders orders;

    FindOrdersService(Orders orders) {
        this.orders = orders;
    }

    @Override
    public Optional<Order> order(OrderId id) {
        return orders.find(id);
    }

    @Override
    public Optional<Purchase> purchase(PurchaseId id) {
        return orders.purchase(id);
    }

    @Override
    public List<Order> list(OrderQuery query) {
        return orders.list(query);
    }

    @Override
    public List<OrderEvent> history(OrderId id, long after) {
        return orders.history(id, after);
    }
}
