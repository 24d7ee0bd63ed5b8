package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.util.List;
import java.util.Map;

/** Capability {@link Capability#TRACK_PULL}: a carrier that can be asked where parcels are. */
public interface Tracks {
    /**
     * One result for each number asked, at most {@link CarrierProfile#trackBatch()}: the failure of one never fails
     * another. A number the carrier does not show yet is {@code Retryable(NOT_FOUND_YET)}.
     */
    Map<TrackingNumber, CarrierResult<TrackingSnapshot>> track(CarrierContext context, List<TrackingRef> refs);
}
