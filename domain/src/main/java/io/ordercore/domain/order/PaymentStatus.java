package io.ordercore.domain.order;

/** How far an order is paid, derived from what was captured and refunded for it. */
public enum PaymentStatus {
    NONE,
    PAID,
    PARTIALLY_REFUNDED,
    REFUNDED
}
