package io.ordercore.application.logistics;

/** Capability {@link Capability#CANCEL}: a booking can be taken back before the carrier has the parcel. */
public interface Cancels {
    /** Repeating a cancellation that took effect is {@code CANCELLED} again. */
    CarrierResult<CancelOutcome> cancel(CarrierContext context, String carrierRef, String reason, IdempotencyKey key);

    /** How far a cancellation got. */
    enum CancelOutcome {
        CANCELLED,
        /** Asked for; the carrier tells later. */
        PENDING,
        TOO_LATE
    }
}
