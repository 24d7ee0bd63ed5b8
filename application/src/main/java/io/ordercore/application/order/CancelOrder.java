package io.ordercore.application.order;

import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cancels an order or some of its units; what was paid for them is given back. */
public interface CancelOrder {
    /**
     * Cancels.
     *
     * @throws UnknownOrderException if there is no such order
     * @throws io.ordercore.application.StaleVersionException if the order is not at the expected version, or changes meanwhile
     */
    OrderDecision cancel(Command command);

    /**
     * What is asked.
     *
     * @param units line number to count; empty for the whole order
     * @param expectedVersion the version the caller has seen; null for any
     */
    record Command(
            OrderId order,
            Map<Integer, Integer> units,
            @Nullable Long expectedVersion,
            Actor actor) {
        public Command {
            units = Map.copyOf(units);
        }
    }
}
