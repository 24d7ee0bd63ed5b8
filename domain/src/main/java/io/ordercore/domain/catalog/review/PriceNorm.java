package io.ordercore.domain.catalog.review;

import org.joda.money.Money;

/**
 * What goods like these usually cost, in millionths of natural logarithms.
 *
 * @param centre of the usual price in major units
 * @param spread robust standard deviation around it
 * @param samples how many prices of the sub-category it rests on
 */
public record PriceNorm(long centre, long spread, long samples) {
    /** Nothing is known: no price is unusual. */
    public static final PriceNorm UNKNOWN = new PriceNorm(0, 0, 0);

    private static final long PER_UNIT = 1_000_000;

    /**
     * How far a price lies from the usual one, in thousandths of robust standard deviations, never below zero.
     *
     * @param leastSpread the least deviation assumed, in thousandths
     */
    public long deviations(Money price, long leastSpread) {
        return distance(price) * 1_000 / Math.max(Math.max(1, leastSpread * 1_000), spread);
    }

    /** How many times dearer or cheaper than usual, in thousandths: 10,000 for a tenth or the tenfold. */
    public long factor(Money price) {
        return Math.round(Math.exp((double) distance(price) / PER_UNIT) * 1_000);
    }

    private long distance(Money price) {
        return Math.abs(logarithmOf(price) - centre);
    }

    /** Of the amount in major units, in millionths. */
    static long logarithmOf(Money price) {
        double major = Math.log((double) price.getAmountMinorLong())
                - price.getCurrencyUnit().getDecimalPlaces() * Math.log(10);
        return Math.round(major * PER_UNIT);
    }
}
