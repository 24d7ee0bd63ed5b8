package io.ordercore.domain.payment;

/** Why a payment would not do what was asked. The names are stable. */
public enum PaymentRefusal {
    /** Every order of the purchase is paid, expired or cancelled. */
    NOTHING_DUE,
    /** Another payment of this purchase is still open. */
    PAYMENT_IN_PROGRESS,
    /** The refund would exceed what was captured and not yet given back. */
    ABOVE_CAPTURED
}
