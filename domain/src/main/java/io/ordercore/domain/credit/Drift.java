package io.ordercore.domain.credit;

/**
 * Watches for a merchant getting worse: a one-sided CUSUM on bad orders less expected ones (Page 1954).
 *
 * <p>Tuned to a doubled risk: each order adds (bad - 1.5 x expected), never falling below zero. The alarm level grows with the
 * merchant's yearly orders so that one following the norms is suspected about once a year; levels by simulation at expected
 * rates of 2 to 20 %. An alarm asks a person to look; it is no sanction.
 *
 * @param sum in billionths of an order
 * @param alarms how often the level was reached; the sum starts again from zero each time
 */
public record Drift(long sum, int alarms) {
    /** Nothing suspicious. */
    public static final Drift NONE = new Drift(0, 0);

    private static final int[] YEARLY_ORDERS = {85, 285, 850, 2_350, 5_800, 15_000, 38_000, 96_000, 240_000};
    private static final int LOWEST_LEVEL = 2;

    /** After the next order, in the order of maturity. */
    public Drift after(long expected, boolean bad, long yearlyOrders) {
        long reference = expected + expected / 2;
        long next = Math.max(0, sum + (bad ? FixedPoint.ONE : 0) - reference);
        return next >= level(yearlyOrders) * FixedPoint.ONE ? new Drift(0, alarms + 1) : new Drift(next, alarms);
    }

    /** The alarm level for so many orders a year, in orders. */
    static int level(long yearlyOrders) {
        int level = LOWEST_LEVEL;
        for (int most : YEARLY_ORDERS) {
            if (yearlyOrders <= most) {
                return level;
            }
            level++;
        }
        return level;
    }
}
