package io.ordercore.application.logistics.arrival;

import io.ordercore.application.Store;
import io.ordercore.application.order.OrderEventListener;
import java.time.Clock;

/** The door to arrival estimates. */
public final class ArrivalUseCases {
    private final ForecastArrivalService service;
    private final JourneyReactions reactions;

    public ArrivalUseCases(Store store, Clock clock) {
        this.service = new ForecastArrivalService(store.journeys(), clock);
        this.reactions = new JourneyReactions(store, service);
    }

    public ForecastArrival forecastArrival() {
        return service;
    }

    /** What is learned from what happens to orders. */
    public OrderEventListener reactions() {
        return reactions;
    }
}
