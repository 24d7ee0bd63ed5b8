package io.ordercore.application.logistics;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

/** The fulfilments of orders. */
public interface Fulfilments {
    Optional<Fulfilment> find(FulfilmentId id);

    /** The fulfilments of an order, by number. */
    List<Fulfilment> of(OrderId order);

    /**
     * Stores a fulfilment.
     *
     * @param fulfilment at the version it is to have
     * @throws StaleVersionException if the stored one is not at the version before; version 1 means that there is none
     */
    void save(Fulfilment fulfilment);
}
