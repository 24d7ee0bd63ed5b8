package io.ordercore.application.logistics.intercept;

import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionId;
import io.ordercore.domain.order.OrderId;
import java.util.List;
import java.util.Optional;

/** Looks interceptions up. */
public interface FindInterceptions {
    Optional<Interception> interception(InterceptionId id);

    /** Those of an order, the latest first. */
    List<Interception> of(OrderId order);
}
