package io.ordercore.domain.credit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Splits the distance between a merchant's points and the average merchant's over the indicators, to the last thousandth.
 *
 * <p>An indicator's part is the badness minus the badness with that indicator set to the platform's mean. Badness is a sum, so
 * the parts sum to the distance in badness exactly; the curve from badness to points is then walked along its chord, and the
 * thousandths that rounding down leaves go to the largest remainders.
 */
final class Contributions {
    private static final long STEP = 1_000_000;

    private Contributions() {}

    static Map<Indicator, Integer> of(Map<Indicator, Long> parts, CreditNorms norms) {
        Map<Indicator, Long> average = norms.averageParts();
        Map<Indicator, Long> better = new EnumMap<>(Indicator.class);
        long own = 0;
        long mean = 0;
        for (Indicator indicator : Indicator.values()) {
            long part = parts.getOrDefault(indicator, 0L);
            long averagePart = average.getOrDefault(indicator, 0L);
            better.put(indicator, averagePart - part);
            own += part;
            mean += averagePart;
        }
        int distance = norms.points(own) - norms.points(mean);
        boolean sameBadness = own == mean;
        long rise = sameBadness ? norms.points(mean - STEP) - norms.points(mean) : distance;
        long run = sameBadness ? STEP : mean - own;
        return apportioned(better, rise, run, distance);
    }

    private static Map<Indicator, Integer> apportioned(Map<Indicator, Long> better, long rise, long run, int total) {
        Map<Indicator, Integer> points = new EnumMap<>(Indicator.class);
        Map<Indicator, Long> remainders = new EnumMap<>(Indicator.class);
        int left = total;
        for (Indicator indicator : Indicator.values()) {
            long exact = Math.multiplyExact(better.getOrDefault(indicator, 0L), rise);
            int whole = Math.toIntExact(Math.floorDiv(exact, run));
            long remainder = Math.floorMod(exact, run);
            points.put(indicator, whole);
            remainders.put(indicator, run > 0 ? remainder : -remainder);
            left -= whole;
        }
        List<Indicator> byRemainder = new ArrayList<>(points.keySet());
        byRemainder.sort(Comparator.comparing((Indicator indicator) -> remainders.getOrDefault(indicator, 0L))
                .reversed());
        for (int i = 0; i < left; i++) {
            points.merge(byRemainder.get(i), 1, Integer::sum);
        }
        return points;
    }
}
