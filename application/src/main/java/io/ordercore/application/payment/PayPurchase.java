package io.ordercore.application.payment;

import io.ordercore.application.CommandKey;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentRefusal;
import io.ordercore.domain.payment.TransactionId;
import java.util.Set;

/** Pays every order of a purchase that still waits for it. */
public interface PayPurchase {
    /**
     * Authorises and captures what is due; the orders are confirmed with the capture. Blocks while the provider is asked.
     *
     * @throws io.ordercore.application.order.UnknownOrderException if there is no such purchase
     */
    Outcome pay(Command command);

    /**
     * What is asked.
     *
     * @param token the provider's name for the buyer's instrument, never a card number
     */
    record Command(PurchaseId purchase, String token, CommandKey key, String fingerprint, Actor actor) {
        @Override
        public String toString() {
            return "Pay[" + purchase + "]";
        }
    }

    /** What becomes of a try. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            /**
             * The provider was asked; {@link PaymentIntent#status} says how it stands.
             *
             * @param authorization the try this call began, or began when it was first sent
             * @param replayed whether the same command was sent before
             */
            R tried(PaymentIntent intent, TransactionId authorization, boolean replayed);

            R refused(Set<PaymentRefusal> reasons);

            R otherCommand();

            R inProgress();
        }
    }

    /** The provider was asked. */
    record Tried(PaymentIntent intent, TransactionId authorization, boolean replayed) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.tried(intent, authorization, replayed);
        }
    }

    /** The provider was not asked, for all of these reasons. */
    record Refused(Set<PaymentRefusal> reasons) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reasons);
        }
    }

    /** The key belongs to another command. */
    record OtherCommand() implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.otherCommand();
        }
    }

    /** The same command is being executed right now. */
    record InProgress() implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.inProgress();
        }
    }
}
