package io.ordercore.domain.order;

import io.ordercore.domain.catalog.Sku;
import org.joda.money.Money;

/**
 * A line that became cheaper after the buyer saw it: the lower price is charged, and said.
 *
 * @param index the line's place in the request, from 0
 * @param seen the price the buyer was shown
 * @param charged the current one, below it
 */
public record LoweredPrice(int index, Sku sku, Money seen, Money charged) {
    public LoweredPrice {
        if (!charged.isLessThan(seen)) {
            throw new IllegalArgumentException("a lowered price is below the one that was seen");
        }
    }
}
