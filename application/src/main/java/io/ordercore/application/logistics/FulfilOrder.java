package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.party.Actor;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings an order from the shelf to the buyer, in one fulfilment or several. Every step changes the fulfilment and its order
 * together.
 */
public interface FulfilOrder {
    /**
     * Gives units to the warehouse.
     *
     * @param units line number to count; empty for all that are reserved
     * @throws io.ordercore.application.order.UnknownOrderException if there is no such order
     */
    Outcome release(OrderId order, Map<Integer, Integer> units, @Nullable Long expectedVersion, Actor actor);

    Outcome pick(FulfilmentId fulfilment, Actor actor);

    Outcome pack(FulfilmentId fulfilment, Actor actor);

    /** A carrier takes the parcel; its units leave the stock. */
    Outcome handOver(FulfilmentId fulfilment, String carrier, String trackingNumber, Actor actor);

    Outcome deliver(FulfilmentId fulfilment, Actor actor);

    /** What becomes of a step. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R moved(Fulfilment fulfilment);

            R refused(Set<OrderRefusal> reasons);
        }
    }

    /** Done. */
    record Moved(Fulfilment fulfilment) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.moved(fulfilment);
        }
    }

    /** It cannot be done, for all of these reasons. */
    record Refused(Set<OrderRefusal> reasons) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reasons);
        }
    }
}
