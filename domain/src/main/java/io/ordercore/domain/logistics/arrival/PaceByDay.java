package io.ordercore.domain.logistics.arrival;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How slowly journeys to a region went at any day of the past, and go now: the time that all of them were under way in the
 * 14 days before, in units of what each usually takes, for each that arrived in them; 1 is the whole history's. So a jam
 * counts from its first day, while the mean of what arrived follows it only when it is over. A journey counts until twice its
 * usual time: what a jam left behind says nothing of those that begin now. A region with few arrivals leans on all regions,
 * as if 30 more had arrived there.
 */
final class PaceByDay {
    private static final int DAYS = 120;
    private static final int RECENT = 14;
    private static final double DAY = 86_400;
    private static final double TELLING = 2;
    private static final double SHRINKAGE = 30;

    private final Instant asOf;
    private final Days everywhere = new Days();
    private final Map<String, Days> byRegion = new HashMap<>();

    PaceByDay(Instant asOf) {
        this.asOf = asOf;
    }

    /**
     * @param until when it ended, or the moment of learning
     * @param usual seconds such a journey takes
     */
    void add(String region, Instant from, Instant until, double usual, boolean arrived) {
        double oldest = ago(from);
        double newest = Math.max(ago(until), 0);
        double told = Math.max(newest, oldest - TELLING * usual / DAY);
        Days there = byRegion.computeIfAbsent(region, key -> new Days());
        for (int day = (int) told; day < Math.min(oldest, DAYS); day++) {
            double spent = Math.max(Math.min(oldest, day + 1) - Math.max(told, day), 0) * DAY / usual;
            everywhere.underWay[day] += spent;
            there.underWay[day] += spent;
        }
        if (arrived && newest < DAYS) {
            everywhere.arrivals[(int) newest]++;
            there.arrivals[(int) newest]++;
        }
    }

    double at(String region, Instant moment) {
        int day = (int) Math.min(Math.max(ago(moment), 0), DAYS - RECENT);
        double all = everywhere.perArrival(0, DAYS, 0, 0);
        double then = everywhere.perArrival(day, day + RECENT, 0, 0);
        Days there = byRegion.getOrDefault(region, everywhere);
        return Double.isNaN(all) || Double.isNaN(then)
                ? 1
                : there.perArrival(day, day + RECENT, SHRINKAGE * then, SHRINKAGE) / all;
    }

    private double ago(Instant moment) {
        return Duration.between(moment, asOf).toSeconds() / DAY;
    }

    private static final class Days {
        private final double[] underWay = new double[DAYS];
        private final double[] arrivals = new double[DAYS];

        /** NaN where nothing arrived. */
        double perArrival(int from, int to, double moreTime, double moreArrivals) {
            double time = moreTime;
            double arrived = moreArrivals;
            for (int day = from; day < to; day++) {
                time += underWay[day];
                arrived += arrivals[day];
            }
            return arrived == 0 ? Double.NaN : time / arrived;
        }
    }
}
