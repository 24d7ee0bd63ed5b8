package io.ordercore.application.logistics.arrival;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.arrival.Journey;
import java.time.Instant;
import java.util.List;

/** How long parcels took: what the platform's own estimates are learned from. Nothing in it leads to a person. */
public interface Journeys {
    /** A parcel is on its way; the same again changes nothing. */
    void begun(FulfilmentId parcel, Journey journey);

    /** It is with its buyer; the first time counts. Of a parcel that never set out nothing is kept. */
    void arrived(FulfilmentId parcel, Instant at);

    /** Those bought since {@code from}, the latest first, at most {@code limit}. */
    List<Journey> since(Instant from, int limit);
}
