package io.ordercore.domain.logistics.arrival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Durations (seconds) by lane, in a hierarchy: all, destination region, lane, lane and zone. A quantile of a level with n
 * journeys is {@code (n * own + 30 * parent's) / (n + 30)}: few journeys say little, so the wider level speaks for them.
 */
final class LaneTimes {
    private static final int SHRINKAGE = 30;

    private final Map<List<String>, long[]> sorted = new HashMap<>();

    private LaneTimes() {}

    /** Collects before sorting once. */
    static final class Collector {
        private final Map<List<String>, List<Long>> all = new HashMap<>();

        void add(Lane lane, long seconds) {
            for (List<String> level : levels(lane)) {
                all.computeIfAbsent(level, key -> new ArrayList<>()).add(seconds);
            }
        }

        LaneTimes sorted() {
            LaneTimes times = new LaneTimes();
            all.forEach((level, values) -> {
                long[] array = values.stream().mapToLong(Long::longValue).toArray();
                Arrays.sort(array);
                times.sorted.put(level, array);
            });
            return times;
        }
    }

    boolean isEmpty() {
        return sorted.isEmpty();
    }

    /** Seconds within which {@code share} of the journeys on this lane end. */
    double quantile(Lane lane, double share) {
        double estimate = 0;
        boolean first = true;
        for (List<String> level : levels(lane)) {
            long[] values = sorted.get(level);
            if (values != null) {
                double own = quantile(values, share);
                estimate = first ? own : (values.length * own + SHRINKAGE * estimate) / (values.length + SHRINKAGE);
                first = false;
            }
        }
        return estimate;
    }

    /** Which share of the journeys on this lane ends within {@code seconds}. */
    double shareWithin(Lane lane, double seconds) {
        double estimate = 0;
        boolean first = true;
        for (List<String> level : levels(lane)) {
            long[] values = sorted.get(level);
            if (values != null) {
                long within = Arrays.stream(values).filter(it -> it <= seconds).count();
                estimate = first
                        ? (double) within / values.length
                        : (within + SHRINKAGE * estimate) / (values.length + SHRINKAGE);
                first = false;
            }
        }
        return estimate;
    }

    private static double quantile(long[] values, double share) {
        double at = share * (values.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, values.length - 1);
        return values[below] + (values[above] - values[below]) * (at - below);
    }

    private static List<List<String>> levels(Lane lane) {
        return List.of(
                List.of(),
                List.of(lane.to()),
                List.of(lane.from(), lane.to()),
                List.of(lane.from(), lane.to(), lane.zone()));
    }
}
