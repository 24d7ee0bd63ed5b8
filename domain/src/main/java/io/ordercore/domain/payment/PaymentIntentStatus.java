package io.ordercore.domain.payment;

/** How the payment of a purchase stands, derived from its transactions. */
public enum PaymentIntentStatus {
    /** Nothing was tried yet, or the last try failed: another one is welcome. */
    REQUIRES_METHOD,
    /** The buyer must confirm with the bank. */
    REQUIRES_ACTION,
    /** The provider has been asked; the outcome is not known yet. */
    PROCESSING,
    AUTHORIZED,
    CAPTURED,
    /** The authorisation was given up: nothing was due any more when it came. */
    VOIDED
}
