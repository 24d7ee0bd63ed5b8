package io.ordercore.domain.order;

/** What can be done to an order, named so that a hold can block it. */
public enum OrderOperation {
    CONFIRM,
    RELEASE,
    HAND_OVER,
    DELIVER,
    RECEIVE,
    CANCEL,
    MODIFY
}
