package io.ordercore.application.order;

import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import org.jspecify.annotations.Nullable;

/** Confirms that the buyer has everything. */
public interface ReceiveOrder {
    /**
     * Confirms receipt.
     *
     * @param expectedVersion the version the caller has seen; null for any
     * @throws UnknownOrderException if there is no such order
     * @throws io.ordercore.application.StaleVersionException if the order is not at the expected version, or changes meanwhile
     */
    OrderDecision receive(OrderId order, @Nullable Long expectedVersion, Actor actor);
}
