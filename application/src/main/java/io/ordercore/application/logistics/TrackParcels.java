package io.ordercore.application.logistics;

import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.order.OrderId;
import java.util.List;

/** Knows where parcels are: hears what carriers push, asks the others. */
public interface TrackParcels {
    /** The parcels of an order, by fulfilment. */
    List<Parcel> of(OrderId order);

    /** Parcels on their way whose promise is in danger, the most urgent first: a work list. */
    List<Parcel> endangered(EndangeredParcels wanted);

    /**
     * Takes what a carrier pushed. Genuine bytes are stored when this returns, and processed once, soon after. A push that is
     * not the carrier's own is refused and counted.
     */
    PushDecision take(CarrierCode carrier, CarrierPush push);

    /** Processes at most {@code limit} pushes; answers how many. Meant for a durable timer, on any number of nodes. */
    int processPushes(int limit);

    /** Asks carriers about at most {@code limit} parcels that are due; answers about how many. Likewise. */
    int poll(int limit);

    /** What becomes of a push. */
    sealed interface PushDecision {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R taken(String acknowledgement, String type);

            R refused(CarrierErrorCode why);
        }
    }

    /** Stored; the carrier expects this acknowledgement. */
    record Taken(String acknowledgement, String type) implements PushDecision {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.taken(acknowledgement, type);
        }
    }

    /** Not stored. */
    record Refused(CarrierErrorCode why) implements PushDecision {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(why);
        }
    }
}
