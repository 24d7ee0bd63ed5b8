package io.ordercore.application.order;

import io.ordercore.domain.order.OrderDecision;

final class CancelOrderService implements CancelOrder {
    private final OrderChanges changes;

    CancelOrderService(OrderChanges changes) {
        this.changes = changes;
    }

    @Override
    public OrderDecision cancel(Command command) {
        return changes.change(
                command.order(),
                command.expectedVersion(),
                (order, now) -> order.cancel(command.units(), command.actor(), now));
    }
}
