package io.ordercore.application.payment;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentIntent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The payments of purchases, one each. */
public interface Payments {
    Optional<PaymentIntent> find(PurchaseId purchase);

    /**
     * Stores a payment.
     *
     * @param baseVersion the version it was loaded at; 0 if it is new
     * @throws StaleVersionException if the stored one is at another version
     */
    void save(PaymentIntent intent, long baseVersion);

    /** Payments with a transaction about which the provider should be asked by now, the longest waiting first. */
    List<PurchaseId> toInquire(Instant now, int limit);
}
