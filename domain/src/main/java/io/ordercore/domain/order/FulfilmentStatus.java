package io.ordercore.domain.order;

/** How far an order is delivered, derived from its lines. */
public enum FulfilmentStatus {
    UNFULFILLED,
    PARTIAL,
    SHIPPED,
    DELIVERED
}
