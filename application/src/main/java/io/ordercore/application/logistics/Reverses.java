package io.ordercore.application.logistics;

/** Capability {@link Capability#REVERSE}: the carrier fetches a parcel back from the consignee. */
public interface Reverses {
    CarrierResult<Booking> reverse(
            CarrierContext context, String originalRef, ShipmentOrder wayBack, IdempotencyKey key);
}
