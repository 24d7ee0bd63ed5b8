package io.ordercore.application.modification;

import io.ordercore.application.order.OrderEventListener;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import java.util.List;
import java.util.Set;

/**
 * What happens to orders and concerns changes:
 *
 * <pre>
 * TOPPED_UP     -> the change that was waiting for the money is done, or the money goes back
 * HOLD_RESOLVED -> what the order holds too much of goes back: a dispute that was won may have kept it
 * </pre>
 */
final class ModificationReactions implements OrderEventListener {
    private final Modifying modifying;

    ModificationReactions(Modifying modifying) {
        this.modifying = modifying;
    }

    @Override
    public void happened(List<OrderEvent> events) {
        events.forEach(event -> modifying.paid(event.order(), event.actor()));
    }

    @Override
    public Set<OrderEventType> about() {
        return Set.of(OrderEventType.TOPPED_UP, OrderEventType.HOLD_RESOLVED);
    }
}
