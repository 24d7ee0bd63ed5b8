package io.ordercore.domain.catalog;

import org.joda.money.Money;

/**
 * One buyable form of a product.
 *
 * @param colour empty where colours do not tell the variants apart
 * @param size empty where sizes do not
 * @param price above zero
 * @param stock pieces the merchant has, zero or more
 */
public record Variant(Sku sku, String colour, String size, Money price, long stock) {
    private static final int LONGEST_OPTION = 60;

    public Variant {
        colour = colour.strip();
        size = size.strip();
        if (colour.length() > LONGEST_OPTION || size.length() > LONGEST_OPTION) {
            throw new IllegalArgumentException("a colour or size has at most " + LONGEST_OPTION + " characters");
        }
        if (!price.isPositive() || stock < 0) {
            throw new IllegalArgumentException("a variant has a price above zero and a stock of zero or more");
        }
    }
}
