package io.ordercore.domain.logistics.arrival;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the platform's history says about arrival, learned at one moment from what was known then and from nothing later.
 *
 * <p>All times are those of a clock on which nights and Sundays are short ({@link WeekClock}). Usual time = lane median x
 * seller factor. The lane median is over journeys that ended in the last 120 days, shrunk along a hierarchy; the seller factor
 * is the seller's mean log ratio to its lanes, shrunk by 20 journeys. The expected time is the usual time x the root of the
 * pace at the destination ({@link PaceByDay}) x a level, the promise (the same + 3 days) x another: how many times as long the
 * journeys of the last 70 days took, half of those that arrive and nine in ten ({@link LifeTable}). Half of a pace is gone
 * when the parcel gets there, therefore the root.
 *
 * <p>Late risk = q90 of the lane's transit x pace there of what is in transit / time left: above 1, nine in ten such
 * parcels would need more time than there is.
 */
public final class ArrivalModel {
    private static final Duration WINDOW = Duration.ofDays(120);
    private static final Duration LEVELLED = Duration.ofDays(70);
    /** What has not arrived after so long will hardly arrive. */
    private static final Duration SETTLED = Duration.ofDays(60);
    /** What has not arrived after so long will hardly tell how long others take. */
    private static final Duration FORGOTTEN = Duration.ofDays(90);

    private static final double EXPECTED = 0.50;
    /** More than nine in ten, because no peak announces itself: in one, nine in ten are kept. */
    private static final double PROMISED = 0.929;

    private static final double ARRIVING_SHRINKAGE = 30;
    private static final double SELLER_SHRINKAGE = 20;
    private static final double HALF_A_DAY = 43_200;
    /** Delays do not grow with the distance alone: without it near lanes get promises too short, far ones too long. */
    private static final double SAME_FOR_ALL = 3 * 86_400;

    private final Instant asOf;
    private final WeekClock clock;
    /** What the clock shows then; all times below are this clock's. */
    private final Instant now;

    private final LaneTimes fromPurchase;
    private final LaneTimes inTransit;
    private final Map<String, Double> sellers;
    private final PaceByDay pace;
    private final PaceByDay transitPace;
    private final double expectedLevel;
    private final double promisedLevel;
    private final int ended;

    private ArrivalModel(Instant asOf, WeekClock clock, List<Journey> known) {
        this.asOf = asOf;
        this.clock = clock;
        this.now = clock.at(asOf);
        Instant first = clock.at(asOf.minus(WINDOW));
        List<Journey> ended = known.stream()
                .filter(it -> it.delivered() != null && !it.delivered().isBefore(first))
                .toList();
        this.ended = ended.size();
        LaneTimes.Collector whole = new LaneTimes.Collector();
        LaneTimes.Collector transit = new LaneTimes.Collector();
        for (Journey it : ended) {
            whole.add(it.lane(), seconds(it.bought(), it.delivered()));
            if (it.handedOver() != null) {
                transit.add(it.lane(), seconds(it.handedOver(), it.delivered()));
            }
        }
        this.fromPurchase = whole.sorted();
        this.inTransit = transit.sorted();
        this.sellers = sellers(ended);
        this.pace = new PaceByDay(now);
        this.transitPace = new PaceByDay(now);
        known.forEach(this::pace);
        double arriving = arriving(known);
        List<Journey> lately = lately(known);
        this.expectedLevel = level(lately, EXPECTED * arriving, 0);
        this.promisedLevel = level(lately, PROMISED * arriving, SAME_FOR_ALL);
    }

    /**
     * Learns from a history that may reach beyond {@code asOf}: what happened later is not looked at.
     *
     * @throws IllegalArgumentException if no journey ended in the window: there is nothing to learn from
     */
    public static ArrivalModel learn(Collection<Journey> history, Instant asOf) {
        List<Journey> known = new ArrayList<>();
        List<Instant> arrivals = new ArrayList<>();
        for (Journey journey : history) {
            Journey then = journey.asKnownAt(asOf);
            if (then != null) {
                known.add(then);
                Instant delivered = then.delivered();
                if (delivered != null && !delivered.isBefore(asOf.minus(WINDOW))) {
                    arrivals.add(delivered);
                }
            }
        }
        if (arrivals.isEmpty()) {
            throw new IllegalArgumentException("no journey ended in the " + WINDOW.toDays() + " days before " + asOf);
        }
        WeekClock clock = new WeekClock(arrivals);
        known.replaceAll(it -> it.by(clock));
        return new ArrivalModel(asOf, clock, known);
    }

    /** When an order bought at {@code bought} should arrive. */
    public ArrivalForecast forecast(String merchant, Lane lane, Instant bought) {
        Instant start = clock.at(bought);
        double usual = paced(merchant, lane, start);
        return new ArrivalForecast(
                after(start, usual * expectedLevel), after(start, (usual + SAME_FOR_ALL) * promisedLevel), asOf);
    }

    /** How many journeys that ended this was learned from. */
    public int journeys() {
        return ended;
    }

    /**
     * When a parcel that is on its way should arrive, given that it has not by {@code now}: quantiles of its lane's transit x
     * pace among the journeys that took longer than it has so far. One that outlasts them all is expected any day.
     */
    public ArrivalForecast onTheWay(Lane lane, Instant handedOver, Instant now) {
        Instant start = clock.at(handedOver);
        Instant then = clock.at(now);
        double slow = transitPace.at(lane.to(), this.now);
        double past = inTransit.shareWithin(lane, Math.max(seconds(start, then), 0) / slow);
        Instant expected = afterwards(lane, start, then, past + (1 - past) * EXPECTED, slow);
        Instant promised = afterwards(lane, start, then, past + (1 - past) * PROMISED, slow);
        return new ArrivalForecast(expected, promised.isBefore(expected) ? expected : promised, now);
    }

    private Instant afterwards(Lane lane, Instant start, Instant then, double share, double slow) {
        Instant at = start.plusSeconds(Math.round(inTransit.quantile(lane, share) * slow));
        return clock.momentOf(at.isAfter(then) ? at : then.plusSeconds((long) HALF_A_DAY));
    }

    /** How much of the time left a parcel on its way is likely to need; grows without bound as the deadline nears. */
    public double lateRisk(Lane lane, Instant now, Instant deadline) {
        return staticRisk(lane, now, deadline) * transitPace.at(lane.to(), this.now);
    }

    /** The same without the pace: what lanes alone say. */
    public double staticRisk(Lane lane, Instant now, Instant deadline) {
        double left = Math.max(seconds(clock.at(now), clock.at(deadline)), 1);
        return inTransit.isEmpty() ? 0 : inTransit.quantile(lane, 0.9) / left;
    }

    private double usual(String merchant, Lane lane) {
        return fromPurchase.quantile(lane, 0.5) * sellers.getOrDefault(merchant, 1.0);
    }

    private double paced(String merchant, Lane lane, Instant bought) {
        return usual(merchant, lane) * Math.sqrt(pace.at(lane.to(), bought));
    }

    private Map<String, Double> sellers(List<Journey> ended) {
        Map<String, List<Double>> ratios = new HashMap<>();
        for (Journey it : ended) {
            double took = Math.max((double) seconds(it.bought(), it.delivered()), HALF_A_DAY);
            ratios.computeIfAbsent(it.merchant(), merchant -> new ArrayList<>())
                    .add(Math.log(took / fromPurchase.quantile(it.lane(), 0.5)));
        }
        Map<String, Double> factors = new HashMap<>();
        ratios.forEach((merchant, logs) -> factors.put(
                merchant,
                Math.exp(logs.stream().mapToDouble(Double::doubleValue).sum() / (logs.size() + SELLER_SHRINKAGE))));
        return factors;
    }

    /** Adds to the paces what a journey tells. */
    private void pace(Journey it) {
        String region = it.lane().to();
        Instant until = it.delivered() == null ? now : it.delivered();
        boolean arrived = it.delivered() != null;
        pace.add(region, it.bought(), until, Math.max(usual(it.merchant(), it.lane()), HALF_A_DAY), arrived);
        Instant start = it.handedOver();
        if (start != null && !inTransit.isEmpty()) {
            double usual = Math.max(inTransit.quantile(it.lane(), 0.5), HALF_A_DAY);
            transitPace.add(region, start, until, usual, arrived);
        }
    }

    /** How many times (usual time x pace + {@code added}) such a share of journeys took lately; 1 or 2 if none ended. */
    private double level(List<Journey> lately, double share, double added) {
        LifeTable ratios = new LifeTable();
        for (Journey it : lately) {
            double unit = paced(it.merchant(), it.lane(), it.bought()) + added;
            double found = Math.max(seconds(it.bought(), now.minus(LEVELLED)), 0);
            ratios.add(found / unit, seconds(it.bought(), it.delivered()) / unit, it.delivered() != null);
        }
        double level = ratios.quantile(share);
        return Double.isNaN(level) ? 1 + added / SAME_FOR_ALL : level;
    }

    /** The share of journeys that end at all, by those begun long enough ago; some are cancelled or lost for good. */
    private double arriving(List<Journey> known) {
        List<Journey> settled = known.stream()
                .filter(it -> it.bought().isAfter(now.minus(FORGOTTEN)))
                .filter(it -> !it.bought().isAfter(now.minus(SETTLED)))
                .toList();
        long arrived = settled.stream().filter(it -> it.delivered() != null).count();
        return (arrived + ARRIVING_SHRINKAGE) / (settled.size() + ARRIVING_SHRINKAGE);
    }

    /** Those bought not too long ago and under way at some time of the last weeks. */
    private List<Journey> lately(List<Journey> known) {
        return known.stream()
                .filter(it -> it.bought().isAfter(now.minus(FORGOTTEN)))
                .filter(it -> it.delivered() == null || !it.delivered().isBefore(now.minus(LEVELLED)))
                .toList();
    }

    private Instant after(Instant start, double seconds) {
        return clock.momentOf(start.plusSeconds(Math.round(seconds)));
    }

    /** To the end if there was one, else to the moment of learning. */
    private long seconds(@Nullable Instant from, @Nullable Instant until) {
        return Duration.between(from == null ? now : from, until == null ? now : until)
                .toSeconds();
    }
}
