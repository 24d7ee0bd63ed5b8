package io.ordercore.application.logistics.arrival;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.arrival.ArrivalPromise;
import io.ordercore.domain.logistics.arrival.Journey;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was promised, and how long parcels took: what the platform's own estimates are learned from. Nothing in it leads to a person. */
public interface Journeys {
    /** A buyer was told when an order should arrive; the first time counts. */
    void promised(OrderId order, ArrivalPromise promise);

    /** What a buyer was told first; empty if nothing. */
    Optional<ArrivalPromise> promise(OrderId order);

    /** A parcel is on its way; the same again changes nothing. */
    void begun(FulfilmentId parcel, Journey journey);

    /** It is with its buyer; the first time counts. Of a parcel that never set out nothing is kept. */
    void arrived(FulfilmentId parcel, Instant at);

    /** Those bought since {@code from}, the latest first, at most {@code limit}. */
    List<Journey> since(Instant from, int limit);
}
