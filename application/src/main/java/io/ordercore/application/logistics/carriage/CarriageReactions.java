package io.ordercore.application.logistics.carriage;

import io.ordercore.application.order.OrderEventListener;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fulfilment given back needs no carrier: {@code RECALLED} -> its booking is taken back. */
final class CarriageReactions implements OrderEventListener {
    private static final Logger LOG = LoggerFactory.getLogger(CarriageReactions.class);

    private final BookCarriage carriage;

    CarriageReactions(BookCarriage carriage) {
        this.carriage = carriage;
    }

    @Override
    public void happened(List<OrderEvent> events) {
        for (OrderEvent event : events) {
            String number = event.facts().get("fulfilment");
            if (number != null && event.type() == OrderEventType.RECALLED) {
                FulfilmentId fulfilment = new FulfilmentId(event.order(), Integer.parseInt(number));
                if (carriage.of(fulfilment).isPresent()) {
                    LOG.info("{} needs no carrier any more: {}", fulfilment, carriage.cancel(fulfilment));
                }
            }
        }
    }

    @Override
    public Set<OrderEventType> about() {
        return Set.of(OrderEventType.RECALLED);
    }
}
