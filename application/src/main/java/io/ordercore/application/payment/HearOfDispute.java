package io.ordercore.application.payment;

import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentDecision;
import io.ordercore.domain.payment.TransactionId;
import org.joda.money.Money;

/**
 * Takes in what a provider tells about a dispute: the buyer's bank wants money back. While one is open, nothing more of the
 * purchase leaves the warehouse. May be told any number of times and in any order; what was decided stays decided.
 */
public interface HearOfDispute {
    /**
     * Notes a dispute, and how it stands.
     *
     * @throws io.ordercore.application.order.UnknownOrderException if nobody ever paid for such a purchase
     */
    PaymentDecision hear(Dispute dispute);

    /**
     * A dispute as the provider tells it.
     *
     * @param capture our transaction that took the money
     * @param reference the provider's name for the dispute
     */
    record Dispute(PurchaseId purchase, TransactionId capture, String reference, Money amount, Stage stage) {}

    /** How a dispute stands. */
    enum Stage {
        OPENED,
        WON,
        LOST
    }
}
