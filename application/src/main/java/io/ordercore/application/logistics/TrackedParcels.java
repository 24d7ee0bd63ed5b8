package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every parcel handed to a carrier. */
public interface TrackedParcels {
    Optional<Parcel> find(FulfilmentId id);

    /** The parcels of an order, by fulfilment. */
    List<Parcel> of(OrderId order);

    /** Parcels with this number, the latest handed over first: carriers use numbers again. */
    List<Parcel> numbered(CarrierCode carrier, TrackingNumber number);

    /**
     * Stores a parcel.
     *
     * @throws io.ordercore.application.StaleVersionException if the stored one is not at the version before; version 1
     *     means that there is none
     */
    void save(Parcel parcel);

    /**
     * Takes parcels whose carrier is to be asked, the most overdue first. For {@code lease} nobody else gets them, so that
     * nodes share the work; whoever dies at it is relieved then.
     */
    List<Parcel> takeDue(Instant now, Duration lease, int limit);

    /** Parcels whose promise is in danger, the most urgent first. Those whose journey is over, or that are in time, cost nothing. */
    List<Parcel> endangered(EndangeredParcels wanted);

    /** Parcels that have been silent for too long at {@code now}, the longest first. Those whose journey is over cost nothing. */
    List<Parcel> silent(Instant now, int limit);
}
