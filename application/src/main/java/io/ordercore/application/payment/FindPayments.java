package io.ordercore.application.payment;

import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentIntent;
import java.util.Optional;

/** Reads payments. */
public interface FindPayments {
    Optional<PaymentIntent> payment(PurchaseId purchase);
}
