package io.ordercore.domain.modification;

import io.ordercore.domain.party.Address;
import java.util.Map;
import org.joda.money.Money;

/** What delivery of an order costs the buyer. The same question always has the same answer, so that edits cannot drift. */
@FunctionalInterface
public interface ShippingRates {
    /** Delivery is in the price. */
    ShippingRates FREE = (to, goods) -> Money.zero(goods.getCurrencyUnit());

    /**
     * Rates by where an order goes.
     *
     * @param entries {@code <country>[.<region>].<currency>} to an amount; a region's goes before its country's, and where
     *     none is named delivery is in the price
     * @throws IllegalArgumentException with every key that cannot be read
     */
    static ShippingRates byRegion(Map<String, String> entries) {
        return new RateTable(entries);
    }

    /**
     * The rate.
     *
     * @param goods what the goods to be sent cost
     */
    Money rate(Address to, Money goods);
}
