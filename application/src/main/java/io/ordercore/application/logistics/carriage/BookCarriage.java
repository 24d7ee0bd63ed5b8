package io.ordercore.application.logistics.carriage;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.carriage.Carriage;
import io.ordercore.domain.logistics.carriage.Carriage.Wish;
import io.ordercore.domain.logistics.carriage.CarriageRefusal;
import java.util.Optional;
import java.util.Set;

/** Has a carrier booked for a fulfilment: one label, however often it is asked for, and whatever becomes of an answer. */
public interface BookCarriage {
    /**
     * Asks for it; the carrier is asked soon after. The same wish again changes nothing and answers the same.
     *
     * @throws io.ordercore.application.order.UnknownOrderException if there is no such fulfilment
     * @throws io.ordercore.application.StaleVersionException if somebody else asks at the same time
     */
    Decision request(FulfilmentId fulfilment, Wish wish);

    /**
     * Asks for the booking to be taken back; the carrier is asked soon after. The same again changes nothing and answers the same.
     *
     * @throws io.ordercore.application.StaleVersionException if somebody else asks at the same time
     */
    Decision cancel(FulfilmentId fulfilment);

    /** What was asked for and answered; empty if nothing was. */
    Optional<Carriage> of(FulfilmentId fulfilment);

    /** Asks carriers for at most {@code limit} that are due; answers how many. Meant for a durable timer, on any number of nodes. */
    int ask(int limit);

    /** What becomes of a wish. */
    sealed interface Decision {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R requested(Carriage carriage);

            R refused(Set<CarriageRefusal> reasons);
        }
    }

    /** The carrier is asked, or has answered. */
    record Requested(Carriage carriage) implements Decision {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.requested(carriage);
        }
    }

    /** Nobody is asked, for all of these reasons. */
    record Refused(Set<CarriageRefusal> reasons) implements Decision {
        public Refused {
            reasons = Set.copyOf(reasons);
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reasons);
        }
    }
}
