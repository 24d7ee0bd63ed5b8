package io.ordercore.application.logistics;

import io.ordercore.application.Store;
import io.ordercore.application.logistics.arrival.ForecastArrival;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.domain.order.OrderTerms;
import java.time.Clock;

/** The door to fulfilment: what can be asked of warehouses, made from the ports it takes. */
public final class FulfilmentUseCases {
    private final Store store;
    private final OrderChanges changes;
    private final OrderTerms terms;
    private final Clock clock;

    public FulfilmentUseCases(Store store, OrderChanges changes, OrderTerms terms, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.terms = terms;
        this.clock = clock;
    }

    public FulfilOrder fulfilOrder() {
        return new FulfilOrderService(store.transactions(), store.fulfilments(), changes, terms, clock);
    }

    /** Knows where parcels are, by what these carriers say. */
    public TrackParcels trackParcels(Carriers carriers, ForecastArrival arrival, ParcelListener listener) {
        return new TrackParcelsService(store, carriers, fulfilOrder(), arrival, listener, clock);
    }

    /** What has to follow when a parcel is handed over. */
    public OrderEventListener reactions(ForecastArrival arrival) {
        return new TrackingReactions(store, arrival);
    }

    public FindFulfilments findFulfilments() {
        return new FindFulfilmentsService(store.fulfilments());
    }
}
