package io.ordercore.domain.logistics.arrival;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;

/**
 * Time as parcels spend it: nights and Sundays, when hardly one arrives, are short, and working hours long. An hour of the
 * week weighs (arrivals in it + 5) / (the mean of that over its 168 hours), so a week stays a week. Between two moments of
 * this clock all hours are alike, which no zone or calendar has to tell.
 */
final class WeekClock {
    private static final int HOURS = 168;
    private static final long HOUR = 3_600_000;
    private static final long WEEK = HOURS * HOUR;
    /** As if so many had arrived in every hour: few arrivals say little of the week. */
    private static final double ALREADY = 5;

    /** Milliseconds of the week gone by when each hour begins. */
    private final double[] gone = new double[HOURS + 1];

    WeekClock(Collection<Instant> arrivals) {
        double[] weights = new double[HOURS];
        Arrays.fill(weights, ALREADY);
        arrivals.forEach(at -> weights[(int) (Math.floorMod(at.toEpochMilli(), WEEK) / HOUR)]++);
        double all = Arrays.stream(weights).sum();
        for (int hour = 0; hour < HOURS; hour++) {
            gone[hour + 1] = gone[hour] + weights[hour] / all * WEEK;
        }
    }

    /** What this clock shows at {@code moment}. */
    Instant at(Instant moment) {
        long inWeek = Math.floorMod(moment.toEpochMilli(), WEEK);
        int hour = (int) (inWeek / HOUR);
        double shown = gone[hour] + (gone[hour + 1] - gone[hour]) * (inWeek % HOUR) / HOUR;
        return moment.plusMillis(Math.round(shown) - inWeek);
    }

    /** The moment at which this clock shows {@code shown}. */
    Instant momentOf(Instant shown) {
        long inWeek = Math.floorMod(shown.toEpochMilli(), WEEK);
        int found = Arrays.binarySearch(gone, (double) inWeek);
        int hour = Math.min(found < 0 ? -found - 2 : found, HOURS - 1);
        double moment = (hour + (inWeek - gone[hour]) / (gone[hour + 1] - gone[hour])) * HOUR;
        return shown.plusMillis(Math.round(moment) - inWeek);
    }
}
