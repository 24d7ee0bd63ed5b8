package io.ordercore.application.logistics.arrival;

import io.ordercore.domain.logistics.arrival.ArrivalForecast;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.order.Order;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says when goods arrive, by how long the platform's parcels took lately. Says nothing before it has seen enough of them. */
public interface ForecastArrival {
    /** When an order should arrive whose goods are still with the merchant, by when it was placed. */
    Optional<ArrivalForecast> of(Order order);

    /** The parcel with what is expected of it now; as it was if nothing can be said, or nothing new. */
    Parcel revised(Parcel parcel);

    /**
     * How much of the time left until what was first promised the parcel is likely to need: above 1, nine in ten such parcels
     * would need more. Empty when it has arrived, or nothing was promised.
     */
    OptionalDouble lateRisk(Parcel parcel);
}
