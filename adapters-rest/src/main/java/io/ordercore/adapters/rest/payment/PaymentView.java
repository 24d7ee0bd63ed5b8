package io.ordercore.adapters.rest.payment;

import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentIntentStatus;
import io.ordercore.domain.payment.PaymentTransaction;
import io.ordercore.domain.payment.TransactionStatus;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A try to pay as it is shown.
 *
 * @param id the transaction's
 * @param status how the payment of the purchase stands
 * @param action where the buyer must confirm with the bank; null unless that is what it waits for
 */
@Schema(name = "Payment")
record PaymentView(
        String id,
        String purchase,
        PaymentIntentStatus status,
        TransactionStatus transaction,
        MoneyBody amount,
        @Nullable URI action,
        Instant at) {

    static PaymentView of(PaymentIntent intent, PaymentTransaction transaction) {
        return new PaymentView(
                transaction.id().toString(),
                intent.purchase().toString(),
                intent.status(),
                transaction.status(),
                MoneyBody.of(transaction.amount()),
                transaction.action(),
                transaction.at());
    }
}
