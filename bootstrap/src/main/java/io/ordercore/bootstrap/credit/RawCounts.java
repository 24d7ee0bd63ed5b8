package io.ordercore.bootstrap.credit;

import java.time.LocalDateTime;

/** A merchant's raw counts at a cut, and the scores other platforms make of such counts. Higher is worse everywhere. */
final class RawCounts {
    private static final double WILSON_Z = 1.645;
    private static final double MEAN_RATING = 4.1;

    private int mature;
    private int bad;
    private int cancelled;
    private int due;
    private int late;
    private int handOvers;
    private int handOversLate;
    private int ratings;
    private int stars;

    void add(HistoryOrder order, LocalDateTime cut) {
        if (order.isMatureAt(cut)) {
            mature++;
            boolean isCancelled = order.cancelled();
            boolean low = order.isRatedAt(cut) && order.rating() != null && order.rating() <= 2;
            bad += isCancelled || low || order.isLateAt(cut) ? 1 : 0;
            cancelled += isCancelled ? 1 : 0;
        }
        if (order.isDeliveredAt(cut) || order.isLateAt(cut)) {
            due++;
            late += order.isLateAt(cut) ? 1 : 0;
        }
        if (order.isHandOverKnownAt(cut)) {
            handOvers++;
            handOversLate += order.isHandedOverLateAt(cut) ? 1 : 0;
        }
        if (order.isRatedAt(cut) && order.rating() != null) {
            ratings++;
            stars += order.rating();
        }
    }

    boolean hasHistory() {
        return mature > 0 || ratings > 0;
    }

    /** The average of the stars, negated. */
    double averageRating() {
        return ratings == 0 ? -MEAN_RATING : -(double) stars / ratings;
    }

    double lateRate() {
        return rate(late, due);
    }

    double badRate() {
        return rate(bad, mature);
    }

    /** One minus the lower end of the Wilson interval (90 %) of the rate of good orders. */
    double wilson() {
        if (mature == 0) {
            return 1;
        }
        double good = 1 - badRate();
        double z2 = WILSON_Z * WILSON_Z;
        double spread = WILSON_Z * Math.sqrt(good * (1 - good) / mature + z2 / (4.0 * mature * mature));
        return 1 - (good + z2 / (2.0 * mature) - spread) / (1 + z2 / mature);
    }

    /** How many usual limits are broken: 1 % bad orders, 2.5 % cancelled, 4 % handed over late, 10 % delivered late. */
    double brokenLimits() {
        return (badRate() > 0.01 ? 1 : 0)
                + (rate(cancelled, mature) > 0.025 ? 1 : 0)
                + (rate(handOversLate, handOvers) > 0.04 ? 1 : 0)
                + (lateRate() > 0.10 ? 1 : 0);
    }

    /** The stricter pair: 2 % cancelled, 3 % handed over late. */
    double sellerStandards() {
        return (rate(cancelled, mature) > 0.02 ? 1 : 0) + (rate(handOversLate, handOvers) > 0.03 ? 1 : 0);
    }

    private static double rate(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
