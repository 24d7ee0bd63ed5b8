package io.ordercore.domain.credit;

import com.google.common.primitives.Longs;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A merchant's evidence, added up: a dozen whole numbers, whatever the number of orders.
 *
 * <p>Weights are 2^(days since the norms' reference day / 180) in billionths, so that time passing changes no sum. Adding is
 * exact, hence commutative: any order of arrival gives the same tally, and taking a piece of evidence out again gives the very
 * tally that never had it. A tally belongs to the norms it was added up under.
 */
public final class Tally {
    private static final int ORDERS = 0;
    private static final int EXPECTED = 1;
    private static final int COUNTED = 2;
    private static final int BREACHES = 3;
    private static final int FIRST_OCCASION = 4;
    private static final int LENGTH = FIRST_OCCASION + 2 * 6;

    /** Nothing known. */
    public static final Tally EMPTY = new Tally(new long[LENGTH], new TreeMap<>());

    private final long[] sums;
    private final SortedMap<Integer, Integer> pointsByQuarter;

    private Tally(long[] sums, SortedMap<Integer, Integer> pointsByQuarter) {
        this.sums = sums;
        this.pointsByQuarter = pointsByQuarter;
    }

    /** With one more piece of evidence; constant time. */
    public Tally with(Evidence evidence, CreditNorms norms) {
        return changed(evidence, norms, 1);
    }

    /** As if that piece had never been added. */
    public Tally without(Evidence evidence, CreditNorms norms) {
        return changed(evidence, norms, -1);
    }

    /** With all of it, in any order. */
    public static Tally of(Iterable<? extends Evidence> evidence, CreditNorms norms) {
        Change change = new Change(EMPTY, norms, 1);
        evidence.forEach(piece -> piece.addTo(change));
        return change.result();
    }

    /** As it is kept: the sums in their order. */
    public List<Long> sums() {
        return Longs.asList(sums.clone());
    }

    /** As it is kept: points given, by the number of the quarter. */
    public SortedMap<Integer, Integer> pointsByQuarter() {
        return Collections.unmodifiableSortedMap(pointsByQuarter);
    }

    /**
     * What {@link #sums} and {@link #pointsByQuarter} said.
     *
     * @throws IllegalArgumentException if they are not of this form
     */
    public static Tally kept(List<Long> sums, Map<Integer, Integer> pointsByQuarter) {
        if (sums.size() != LENGTH) {
            throw new IllegalArgumentException("a tally has " + LENGTH + " sums");
        }
        return new Tally(Longs.toArray(sums), new TreeMap<>(pointsByQuarter));
    }

    private Tally changed(Evidence evidence, CreditNorms norms, int sign) {
        Change change = new Change(this, norms, sign);
        evidence.addTo(change);
        return change.result();
    }

    /** Mature orders counted, unweighted. */
    public long orders() {
        return sums[COUNTED];
    }

    /** The weight of all mature orders, in billionths of an order of the reference day. */
    long orderWeight() {
        return sums[ORDERS];
    }

    /** The weighted bad orders an average merchant would have had with the same categories and lanes. */
    long expectedWeight() {
        return sums[EXPECTED];
    }

    long breachWeight() {
        return sums[BREACHES];
    }

    /** The weight of the occasions on which the indicator could have gone wrong. */
    long occasions(Indicator indicator) {
        return switch (indicator) {
            case DEFECT, CANCELLATION -> sums[ORDERS];
            case HAND_OVER_LATE, TRACKING_INVALID, RESPONSE_LATE, INSPECTION_NOT_ACCEPTED -> sums[slot(indicator)];
            case POLICY_POINTS, INTEGRITY -> 0;
        };
    }

    /** The weight of those on which it did. */
    long failures(Indicator indicator) {
        return switch (indicator) {
            case DEFECT, CANCELLATION, HAND_OVER_LATE, TRACKING_INVALID, RESPONSE_LATE, INSPECTION_NOT_ACCEPTED ->
                sums[slot(indicator) + 1];
            case POLICY_POINTS -> 0;
            case INTEGRITY -> sums[BREACHES];
        };
    }

    /** Points in force on a day, in quarters of a point. */
    int quarterPoints(LocalDate day) {
        int now = quarter(day);
        int sum = 0;
        for (Map.Entry<Integer, Integer> entry :
                pointsByQuarter.subMap(now - 3, now + 1).entrySet()) {
            sum += entry.getValue() * (4 - (now - entry.getKey()));
        }
        return sum;
    }

    private static int slot(Indicator indicator) {
        return FIRST_OCCASION
                + 2
                        * switch (indicator) {
                            case DEFECT -> 0;
                            case CANCELLATION -> 1;
                            case HAND_OVER_LATE -> 2;
                            case TRACKING_INVALID -> 3;
                            case RESPONSE_LATE -> 4;
                            case INSPECTION_NOT_ACCEPTED -> 5;
                            case POLICY_POINTS, INTEGRITY ->
                                throw new IllegalArgumentException(indicator + " is no share of occasions");
                        };
    }

    private static int quarter(LocalDate day) {
        return day.getYear() * 4 + (day.getMonthValue() - 1) / 3;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally
                && Arrays.equals(sums, tally.sums)
                && pointsByQuarter.equals(tally.pointsByQuarter);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sums) + pointsByQuarter.hashCode();
    }

    @Override
    public String toString() {
        return "Tally" + Arrays.toString(sums) + pointsByQuarter;
    }

    /** A tally being changed; evidence says to it what it is. */
    public static final class Change {
        private final long[] sums;
        private final SortedMap<Integer, Integer> points;
        private final CreditNorms norms;
        private final int sign;

        private Change(Tally from, CreditNorms norms, int sign) {
            this.sums = from.sums.clone();
            this.points = new TreeMap<>(from.pointsByQuarter);
            this.norms = norms;
            this.sign = sign;
        }

        void order(Evidence.OrderOutcome order) {
            long weight = weight(order.day());
            add(ORDERS, weight);
            add(EXPECTED, FixedPoint.times(weight, norms.expected(order.category(), order.lane())));
            add(COUNTED, 1);
            if (order.countsAgainstMerchant()) {
                boolean defect = order.end() == Evidence.End.DEFECT;
                add(slot(defect ? Indicator.DEFECT : Indicator.CANCELLATION) + 1, weight);
            }
        }

        void occasion(Indicator indicator, LocalDate day, boolean failed) {
            long weight = weight(day);
            add(slot(indicator), weight);
            if (failed) {
                add(slot(indicator) + 1, weight);
            }
        }

        void points(LocalDate day, int given) {
            int sum = points.getOrDefault(quarter(day), 0) + sign * given;
            if (sum == 0) {
                points.remove(quarter(day));
            } else {
                points.put(quarter(day), sum);
            }
        }

        void breach(LocalDate day) {
            add(BREACHES, weight(day));
        }

        private long weight(LocalDate day) {
            return FixedPoint.decay(ChronoUnit.DAYS.between(day, norms.reference()));
        }

        private void add(int index, long amount) {
            sums[index] = Math.addExact(sums[index], sign * amount);
        }

        private Tally result() {
            return new Tally(sums, points);
        }
    }
}
