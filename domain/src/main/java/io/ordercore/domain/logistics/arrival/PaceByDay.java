package io.ordercore.domain.logistics.arrival;

import java.time.Duration;
import java.time.Instant;

/**
 * How slowly orders came at any day of the past, and come now: the time that all of them were under way in the 14 days
 * before, in units of what each usually takes, for each that arrived in them; 1 is the whole history's.
 */
final class PaceByDay {
    private static final int DAYS = 120;
    private static final int RECENT = 14;
    private static final double DAY = 86_400;

    private final Instant asOf;
    private final double[] underWay = new double[DAYS];
    private final double[] arrivals = new double[DAYS];

    PaceByDay(Instant asOf) {
        this.asOf = asOf;
    }

    /** @param usual seconds such a journey takes */
    void add(Instant from, Instant until, double usual, boolean arrived) {
        double oldest = Math.min(ago(from), DAYS);
        double newest = Math.max(ago(until), 0);
        for (int day = (int) newest; day < Math.min(oldest, DAYS); day++) {
            underWay[day] += Math.max(Math.min(oldest, day + 1) - Math.max(newest, day), 0) * DAY / usual;
        }
        if (arrived && newest < DAYS) {
            arrivals[(int) newest]++;
        }
    }

    double at(Instant moment) {
        int day = (int) Math.min(Math.max(ago(moment), 0), DAYS - RECENT);
        double all = perArrival(0, DAYS);
        double then = perArrival(day, day + RECENT);
        return Double.isNaN(all) || Double.isNaN(then) ? 1 : then / all;
    }

    /** NaN where nothing arrived. */
    private double perArrival(int from, int to) {
        double road = 0;
        double arrived = 0;
        for (int day = from; day < to; day++) {
            road += underWay[day];
            arrived += arrivals[day];
        }
        return arrived == 0 ? Double.NaN : road / arrived;
    }

    private double ago(Instant moment) {
        return Duration.between(moment, asOf).toSeconds() / DAY;
    }
}
