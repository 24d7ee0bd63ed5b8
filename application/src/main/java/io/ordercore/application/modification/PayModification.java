package io.ordercore.application.modification;

import io.ordercore.application.CommandKey;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.party.Actor;

/** Pays the difference of a change set; with the money it is done. */
public interface PayModification {
    /**
     * Authorises and captures what is due. Blocks while the provider is asked. Refused with {@link
     * io.ordercore.domain.payment.PaymentRefusal#NOTHING_DUE} when the change set does not wait for a payment.
     *
     * @throws UnknownChangeSetException if there is no such change set
     */
    PayPurchase.Outcome pay(Command command);

    /**
     * What is asked.
     *
     * @param token the provider's name for the buyer's instrument, never a card number
     */
    record Command(ChangeSetId changeSet, String token, CommandKey key, String fingerprint, Actor actor) {
        @Override
        public String toString() {
            return "Pay[" + changeSet + "]";
        }
    }
}
