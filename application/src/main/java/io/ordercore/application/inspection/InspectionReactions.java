package io.ordercore.application.inspection;

import io.ordercore.application.order.OrderEventListener;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import java.util.List;
import java.util.Set;

/** An order placed while its product was being taken off sale is held before anything of it can leave the warehouse. */
final class InspectionReactions implements OrderEventListener {
    private final Suspension suspension;

    InspectionReactions(Suspension suspension) {
        this.suspension = suspension;
    }

    @Override
    public void happened(List<OrderEvent> events) {
        suspension.holdSuspended(events.stream().map(OrderEvent::order).toList());
    }

    @Override
    public Set<OrderEventType> about() {
        return Set.of(OrderEventType.PLACED);
    }
}
