package io.ordercore.application.logistics;

/** Capability {@link Capability#BOOK}: a carrier that takes shipments. */
public interface Books {
    /**
     * Books, once for each key: a repetition answers the same booking, the same key with another shipment is
     * {@code DUPLICATE}. When the answer is lost the outcome is unknown; ask {@link #findBooking}.
     */
    CarrierResult<Booking> book(CarrierContext context, ShipmentOrder shipment, IdempotencyKey key);

    /** What became of a booking whose answer was lost; {@code NOT_FOUND} if the carrier never took it. */
    CarrierResult<Booking> findBooking(CarrierContext context, IdempotencyKey key);
}
