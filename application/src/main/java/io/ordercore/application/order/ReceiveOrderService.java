package io.ordercore.application.order;

import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.party.Actor;
import org.jspecify.annotations.Nullable;

final class ReceiveOrderService implements ReceiveOrder {
    private final OrderChanges changes;
    private final OrderTerms terms;

    ReceiveOrderService(OrderChanges changes, OrderTerms terms) {
        this.changes = changes;
        this.terms = terms;
    }

    @Override
    public OrderDecision receive(OrderId id, @Nullable Long expectedVersion, Actor actor) {
        return changes.change(id, expectedVersion, (order, now) -> order.receive(terms, actor, now));
    }
}
