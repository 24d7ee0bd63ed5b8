package io.ordercore.application.order;

import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;

final class HoldOrderService implements HoldOrder {
    private final OrderChanges changes;

    HoldOrderService(OrderChanges changes) {
        this.changes = changes;
    }

    @Override
    public OrderDecision hold(OrderId id, Hold.Type type, String reason, Actor actor) {
        return changes.change(id, null, (order, now) -> order.hold(Hold.of(type, reason, now), actor, now));
    }

    @Override
    public OrderDecision resolve(OrderId id, Hold.Type type, Actor actor) {
        return changes.change(id, null, (order, now) -> order.resolveHold(type, actor, now));
    }
}
