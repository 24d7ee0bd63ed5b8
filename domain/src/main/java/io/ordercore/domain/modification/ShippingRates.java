package io.ordercore.domain.modification;

import io.ordercore.domain.party.Address;
import org.joda.money.Money;

/** What delivery of an order costs the buyer. The same question always has the same answer, so that edits cannot drift. */
@FunctionalInterface
public interface ShippingRates {
    /** Delivery is in the price. */
    ShippingRates FREE = (to, goods) -> Money.zero(goods.getCurrencyUnit());

    /**
     * The rate.
     *
     * @param goods what the goods to be sent cost
     */
    Money rate(Address to, Money goods);
}
