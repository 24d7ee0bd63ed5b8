package io.ordercore.adapters.rest;

/** Which objects a role may touch with an operation. */
public enum ObjectRule {
    /** Only the caller's own: a buyer's orders, a merchant's orders, offers and stock. */
    OWN,
    ANY
}
