package io.ordercore.application.logistics.carriage;

import io.ordercore.application.Store;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.order.OrderEventListener;
import java.time.Clock;
import java.time.Duration;

/** The door to booking carriers. */
public final class CarriageUseCases {
    private final BookCarriageService service;

    /**
     * Books these carriers.
     *
     * @param pause between two questions to a carrier about the same booking
     */
    public CarriageUseCases(Store store, Carriers carriers, Duration pause, Clock clock) {
        this.service = new BookCarriageService(store, carriers, pause, clock);
    }

    /** What has to follow when a fulfilment is given back. */
    public OrderEventListener reactions() {
        return new CarriageReactions(service);
    }

    public BookCarriage bookCarriage() {
        return service;
    }
}
