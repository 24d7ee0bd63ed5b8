package io.ordercore.domain.modification;

/**
 * What an order costs besides its goods.
 *
 * @param taxes what of its price is tax
 */
public record Tariff(ShippingRates shipping, TaxRates taxes) {
    /** {@link ShippingRates#FREE} and {@link TaxRates#STANDARD}. */
    public static final Tariff STANDARD = new Tariff(ShippingRates.FREE, TaxRates.STANDARD);
}
