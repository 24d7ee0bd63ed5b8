package io.ordercore.application.payment;

import io.ordercore.application.CommandKey;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import org.joda.money.Money;

/** Takes more money for an order that is paid: what an agreed change costs. */
public interface TopUpOrder {
    /**
     * Authorises and captures; the order is topped up with the capture. Blocks while the provider is asked.
     *
     * @throws io.ordercore.application.order.UnknownOrderException if nothing was ever paid for the order's purchase
     */
    PayPurchase.Outcome topUp(Command command);

    /**
     * What is asked.
     *
     * @param token the provider's name for the buyer's instrument, never a card number
     */
    record Command(OrderId order, Money due, String token, CommandKey key, String fingerprint, Actor actor) {
        @Override
        public String toString() {
            return "TopUp[" + order + "]";
        }
    }
}
