package io.ordercore.application.logistics.arrival;

import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.arrival.Expectation;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.order.Order;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says when goods arrive, by how long the platform's parcels took lately. Says nothing before it has seen enough of them. */
public interface ForecastArrival {
    /** When an order should arrive whose goods are still with the merchant: what its buyer was told first, and what is said now. */
    Optional<Expectation> waiting(Order order);

    /** What is expected of goods that set out: what their buyer was told before, if anything was said of them. */
    Expectation setOut(Order order, Fulfilment goods);

    /** The parcel with what is expected of it now; as it was if nothing can be said, or nothing new. */
    Parcel revised(Parcel parcel);

    /**
     * How much of the time left until what was first promised the parcel is likely to need: above 1, nine in ten such parcels
     * would need more. Empty when it has arrived, or nothing was promised.
     */
    OptionalDouble lateRisk(Parcel parcel);

    /** The same of an order whose goods are still with the merchant, as if they were handed over now. */
    OptionalDouble lateRisk(Order waiting);
}
