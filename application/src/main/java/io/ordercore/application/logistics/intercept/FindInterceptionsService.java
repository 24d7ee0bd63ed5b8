package io.ordercore.application.logistics.intercept;

import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionId;
import io.ordercore.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

final class FindInterceptionsService implements FindInterceptions {
    private final Interceptions interceptions;

    FindInterceptionsService(Interceptions interceptions) {
        this.interceptions = interceptions;
    }

    @Override
    public Optional<Interception> interception(InterceptionId id) {
        return interceptions.find(id);
    }

    @Override
    public List<Interception> of(OrderId order) {
        return interceptions.of(order);
    }
}
