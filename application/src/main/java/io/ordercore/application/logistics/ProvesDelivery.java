package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;

/** Capability {@link Capability#POD}: who signed, when, and the picture of it. */
public interface ProvesDelivery {
    CarrierResult<ProofOfDelivery> proofOfDelivery(CarrierContext context, TrackingNumber parcel);

    /** {@code document} is where the carrier keeps the signature or photograph. */
    record ProofOfDelivery(String signedBy, @Nullable String document, EventTime at) {}
}
