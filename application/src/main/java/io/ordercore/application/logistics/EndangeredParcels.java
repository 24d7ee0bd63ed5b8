package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which parcels that may miss what their buyers were promised.
 *
 * @param asOf the moment at which it is asked how urgent they are; the same for all pages, so that none is passed by
 * @param carrier null for any
 * @param after the last one of the page before; null for the first page
 * @param limit how many at most
 */
public record EndangeredParcels(
        Instant asOf,
        @Nullable CarrierCode carrier,
        @Nullable Place after,
        int limit) {
    /** Where a parcel stands in the list. */
    public record Place(long urgency, FulfilmentId parcel) {}
}
