package io.ordercore.domain.order;

import io.ordercore.domain.catalog.Sku;
import org.joda.money.Money;

/**
 * What a buyer asks for.
 *
 * @param quantity units, 1 to 9,999
 * @param seenPrice the price per unit the buyer was shown
 */
public record PurchaseLine(Sku sku, int quantity, Money seenPrice) {
    public static final int MOST_UNITS = 9_999;

    public PurchaseLine {
        if (quantity < 1 || quantity > MOST_UNITS) {
            throw new IllegalArgumentException("a line asks for 1 to " + MOST_UNITS + " units");
        }
    }
}
