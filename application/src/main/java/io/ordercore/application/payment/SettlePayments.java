package io.ordercore.application.payment;

import io.ordercore.domain.order.PurchaseId;

/**
 * Brings payments to an end: asks the provider what is still to be asked, finds out what became of transactions without an
 * answer, and tells the orders. Meant to be called every second or so by a durable timer, and whenever a provider signals news;
 * safe at any moment and on any number of nodes at once.
 */
public interface SettlePayments {
    /** Asks the provider about everything whose time has come; answers how many payments it looked at. */
    int reconcile(int limit);

    /** Asks the provider about one purchase now: what a provider's call or the buyer's return leads to. */
    void refresh(PurchaseId purchase);
}
