package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

/** Reads fulfilments. */
public interface FindFulfilments {
    Optional<Fulfilment> fulfilment(FulfilmentId id);

    /** The fulfilments of an order, by number. */
    List<Fulfilment> of(OrderId order);
}
