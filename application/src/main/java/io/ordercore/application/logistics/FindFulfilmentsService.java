package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

final class FindFulfilmentsService implements FindFulfilments {
    private final Fulfilments fulfilments;

    FindFulfilmentsService(Fulfilments fulfilments) {
        this.fulfilments = fulfilments;
    }

    @Override
    public Optional<Fulfilment> fulfilment(FulfilmentId id) {
        return fulfilments.find(id);
    }

    @Override
    public List<Fulfilment> of(OrderId order) {
        return fulfilments.of(order);
    }
}
