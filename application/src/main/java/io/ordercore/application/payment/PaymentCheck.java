package io.ordercore.application.payment;

import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentTransaction;
import io.ordercore.domain.payment.TransactionId;
import org.joda.money.Money;

/**
 * A second opinion, asked before the provider is: fraud scores, limits, lists of sanctioned parties. It is asked outside any
 * transaction, again for every repetition of a call, and answers within a few seconds.
 */
public interface PaymentCheck {
    /** Lets everything through. */
    PaymentCheck NONE = operation -> Opinion.GO_AHEAD;

    /** What it thinks of an operation. An exception counts as {@link Opinion#UNAVAILABLE}. */
    Opinion ask(Operation operation);

    /**
     * What the provider is about to be asked for.
     *
     * @param kind never a dispute: that is told, not asked for
     */
    record Operation(PurchaseId purchase, TransactionId id, PaymentTransaction.Kind kind, Money amount) {}

    /** What may be answered. */
    enum Opinion {
        GO_AHEAD,
        /** Never: the operation ends as declined, and an authorisation whose capture ends so is given up. */
        REFUSED,
        /** Nobody can say now; {@link FailureModes} decide. */
        UNAVAILABLE
    }
}
