package io.ordercore.domain.logistics.arrival;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How slowly parcels move just now, by destination region: the time they spent on the road in the last days, in units of
 * what their lanes usually take, for each one that arrived. A jam counts from its first day, while the mean transit of what
 * arrived follows it only when it is over. A region with few arrivals leans on all regions, as if 30 more had arrived there.
 */
final class Pace {
    private static final double SHRINKAGE = 30;

    private static final String EVERYWHERE = "";

    /** Time on the road, and arrivals. */
    private final Map<String, double[]> byRegion = new HashMap<>();

    /** @param usualTimes time on the road within the period, in units of the lane's usual time */
    void add(String region, double usualTimes, boolean arrived) {
        for (String where : List.of(EVERYWHERE, "in " + region)) {
            double[] sums = byRegion.computeIfAbsent(where, key -> new double[2]);
            sums[0] += usualTimes;
            sums[1] += arrived ? 1 : 0;
        }
    }

    /** 1 before anything arrived. */
    double in(String region) {
        double[] all = byRegion.getOrDefault(EVERYWHERE, new double[2]);
        double[] own = byRegion.getOrDefault("in " + region, new double[2]);
        return all[1] == 0 ? 1 : (own[0] + SHRINKAGE * all[0] / all[1]) / (own[1] + SHRINKAGE);
    }
}
