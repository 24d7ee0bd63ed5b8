package io.ordercore.application.logistics;

import io.ordercore.domain.party.Recipient;
import java.time.Instant;

/** Capability {@link Capability#PICKUP}: a courier comes for the parcels. */
public interface SchedulesPickups {
    CarrierResult<String> schedulePickup(
            CarrierContext context, Recipient at, Instant from, Instant through, IdempotencyKey key);

    CarrierResult<Boolean> cancelPickup(CarrierContext context, String pickupRef, IdempotencyKey key);
}
