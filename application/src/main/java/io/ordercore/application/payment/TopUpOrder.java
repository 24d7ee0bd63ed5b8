package io.ordercore.application.payment;

import io.ordercore.application.CommandKey;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.Actor;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Takes more money for an order that was paid: what an agreed change costs, or other goods sent instead. */
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
     * @param due null for whatever the order costs more than was paid
     * @param token the provider's name for the buyer's instrument, never a card number
     */
    record Command(OrderId order, @Nullable Money due, String token, CommandKey key, String fingerprint, Actor actor) {
        @Override
        public String toString() {
            return "TopUp[" + order + "]";
        }
    }
}
