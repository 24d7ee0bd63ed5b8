package io.ordercore.application.payment;

import io.ordercore.domain.payment.PaymentAnswer;
import io.ordercore.domain.payment.TransactionId;
import org.joda.money.Money;

/**
 * A payment provider. The transaction's id is the idempotency key of every call: the same id with the same content never takes
 * or gives money twice, however often it is sent. Calls answer within 30 seconds; what took longer, or ended in a broken
 * connection, is {@link PaymentAnswer.OutcomeUnknown}, never a guess and never an exception.
 */
public interface PaymentGateway {
    /** Sets {@code amount} aside on the instrument behind {@code token}. */
    PaymentAnswer authorize(TransactionId id, Money amount, String token);

    /** Takes {@code amount} of what the authorisation with the provider's {@code reference} set aside. */
    PaymentAnswer capture(TransactionId id, Money amount, String reference);

    /** Gives up all that the authorisation with the provider's {@code reference} set aside and that was not taken. */
    PaymentAnswer cancel(TransactionId id, String reference);

    /** Gives {@code amount} back of what the capture with the provider's {@code reference} took. */
    PaymentAnswer refund(TransactionId id, Money amount, String reference);

    /** What became of a transaction; {@link PaymentAnswer.NotFound} if the provider never heard of it. */
    PaymentAnswer inquire(TransactionId id);
}
