package io.ordercore.application.order;

import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;

/** Stops operations of an order until somebody resolves the hold. */
public interface HoldOrder {
    /**
     * Places a hold.
     *
     * @throws UnknownOrderException if there is no such order
     */
    OrderDecision hold(OrderId order, Hold.Type type, String reason, Actor actor);

    /**
     * Resolves the hold of a type.
     *
     * @throws UnknownOrderException if there is no such order
     */
    OrderDecision resolve(OrderId order, Hold.Type type, Actor actor);
}
