package io.ordercore.domain.logistics.arrival;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the platform's history says about arrival, learned at one moment from what was known then and from nothing later.
 *
 * <p>Usual time = lane median x seller factor. The lane median is over journeys that ended in the last 120 days, shrunk
 * along a hierarchy; the seller factor is the seller's mean log ratio to its lanes, shrunk by 20 journeys. The expected time
 * is the usual time x the root of the pace ({@link PaceByDay}) x a level, the promise (the same + 2 days) x another: how many
 * times as long the journeys of the last 42 days took, half of those that arrive and nine in ten ({@link LifeTable}). The
 * promise is kept until the end of its day, and its level is chosen so. Half of a pace is gone when the parcel gets there,
 * therefore the root.
 *
 * <p>Late risk = q90 of the lane's transit x pace of its destination ({@link Pace}) / time left: above 1, nine in ten such
 * parcels would need more time than there is.
 */
public final class ArrivalModel {
    static final Duration WINDOW = Duration.ofDays(120);
    static final Duration RECENT = Duration.ofDays(14);
    private static final Duration LEVELLED = Duration.ofDays(42);
    /** What has not arrived after so long will hardly arrive. */
    private static final Duration SETTLED = Duration.ofDays(60);
    /** What has not arrived after so long will hardly tell how long others take. */
    private static final Duration FORGOTTEN = Duration.ofDays(90);

    private static final double EXPECTED = 0.50;
    /** More than nine in ten, because no peak announces itself: what is kept in the end is nine in ten. */
    private static final double PROMISED = 0.935;

    private static final double ARRIVING_SHRINKAGE = 30;
    private static final double SELLER_SHRINKAGE = 20;
    private static final double HALF_A_DAY = 43_200;
    /** Delays do not grow with the distance alone: without it near lanes get promises too short, far ones too long. */
    private static final double SAME_FOR_ALL = 2 * 86_400;

    private final Instant asOf;
    private final LaneTimes fromPurchase;
    private final LaneTimes inTransit;
    private final Map<String, Double> sellers;
    private final PaceByDay byDay;
    private final double expectedLevel;
    private final double promisedLevel;
    private final Pace pace;
    private final int ended;

    private ArrivalModel(Instant asOf, List<Journey> known, List<Journey> ended) {
        this.asOf = asOf;
        this.ended = ended.size();
        LaneTimes.Collector whole = new LaneTimes.Collector();
        LaneTimes.Collector transit = new LaneTimes.Collector();
        for (Journey it : ended) {
            whole.add(it.lane(), seconds(it.bought(), it.delivered(), asOf));
            if (it.handedOver() != null) {
                transit.add(it.lane(), seconds(it.handedOver(), it.delivered(), asOf));
            }
        }
        this.fromPurchase = whole.sorted();
        this.inTransit = transit.sorted();
        this.sellers = sellers(ended, fromPurchase, asOf);
        this.byDay = byDay(known);
        List<Journey> levelled = since(known, LEVELLED);
        double arriving = arriving(known);
        this.expectedLevel = level(levelled, EXPECTED * arriving, 0, false);
        this.promisedLevel = level(levelled, PROMISED * arriving, SAME_FOR_ALL, true);
        this.pace = pace(since(known, RECENT));
    }

    /**
     * Learns from a history that may reach beyond {@code asOf}: what happened later is not looked at.
     *
     * @throws IllegalArgumentException if no journey ended in the window: there is nothing to learn from
     */
    public static ArrivalModel learn(Collection<Journey> history, Instant asOf) {
        List<Journey> known = new ArrayList<>();
        for (Journey journey : history) {
            Journey then = journey.asKnownAt(asOf);
            if (then != null) {
                known.add(then);
            }
        }
        List<Journey> ended = known.stream()
                .filter(it -> it.delivered() != null && !it.delivered().isBefore(asOf.minus(WINDOW)))
                .toList();
        if (ended.isEmpty()) {
            throw new IllegalArgumentException("no journey ended in the " + WINDOW.toDays() + " days before " + asOf);
        }
        return new ArrivalModel(asOf, known, ended);
    }

    /** When an order bought at {@code bought} should arrive. */
    public ArrivalForecast forecast(String merchant, Lane lane, Instant bought) {
        double usual = paced(merchant, lane, bought);
        return new ArrivalForecast(
                bought.plusSeconds(Math.round(usual * expectedLevel)),
                bought.plusSeconds(Math.round((usual + SAME_FOR_ALL) * promisedLevel)),
                asOf);
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
        double slow = pace.in(lane.to());
        double gone = Math.max(Duration.between(handedOver, now).toSeconds(), 0) / slow;
        double past = inTransit.shareWithin(lane, gone);
        Instant expected = afterwards(lane, handedOver, now, past + (1 - past) * EXPECTED, slow);
        Instant promised = afterwards(lane, handedOver, now, past + (1 - past) * PROMISED, slow);
        return new ArrivalForecast(expected, promised.isBefore(expected) ? expected : promised, now);
    }

    private Instant afterwards(Lane lane, Instant handedOver, Instant now, double share, double slow) {
        Instant at = handedOver.plusSeconds(Math.round(inTransit.quantile(lane, share) * slow));
        return at.isAfter(now) ? at : now.plusSeconds((long) HALF_A_DAY);
    }

    /** How much of the time left a parcel on its way is likely to need; grows without bound as the deadline nears. */
    public double lateRisk(Lane lane, Instant now, Instant deadline) {
        return staticRisk(lane, now, deadline) * pace.in(lane.to());
    }

    /** The same without the pace: what lanes alone say. */
    public double staticRisk(Lane lane, Instant now, Instant deadline) {
        double left = Math.max(Duration.between(now, deadline).toSeconds(), 1);
        return inTransit.isEmpty() ? 0 : inTransit.quantile(lane, 0.9) / left;
    }

    private double usual(String merchant, Lane lane) {
        return fromPurchase.quantile(lane, 0.5) * sellers.getOrDefault(merchant, 1.0);
    }

    private double paced(String merchant, Lane lane, Instant bought) {
        return usual(merchant, lane) * Math.sqrt(byDay.at(bought));
    }

    private static Map<String, Double> sellers(List<Journey> ended, LaneTimes times, Instant asOf) {
        Map<String, List<Double>> ratios = new HashMap<>();
        for (Journey it : ended) {
            double took = Math.max((double) seconds(it.bought(), it.delivered(), asOf), HALF_A_DAY);
            ratios.computeIfAbsent(it.merchant(), merchant -> new ArrayList<>())
                    .add(Math.log(took / times.quantile(it.lane(), 0.5)));
        }
        Map<String, Double> factors = new HashMap<>();
        ratios.forEach((merchant, logs) -> factors.put(
                merchant,
                Math.exp(logs.stream().mapToDouble(Double::doubleValue).sum() / (logs.size() + SELLER_SHRINKAGE))));
        return factors;
    }

    /** How many times (usual time x pace + {@code added}) such a share of journeys took lately; 1 or 2 if none ended. */
    private double level(List<Journey> lately, double share, double added, boolean untilTheDaysEnd) {
        LifeTable ratios = new LifeTable();
        for (Journey it : lately) {
            double unit = paced(it.merchant(), it.lane(), it.bought()) + added;
            Instant arrived = it.delivered();
            Instant until = arrived != null && untilTheDaysEnd ? arrived.truncatedTo(ChronoUnit.DAYS) : arrived;
            double found = alreadyGone(it.bought(), LEVELLED);
            ratios.add(found / unit, seconds(it.bought(), until, asOf) / unit, arrived != null);
        }
        double level = ratios.quantile(share);
        return Double.isNaN(level) ? 1 + added / SAME_FOR_ALL : level;
    }

    /** The share of journeys that end at all, by those begun long enough ago; some are cancelled or lost for good. */
    private double arriving(List<Journey> known) {
        List<Journey> settled = known.stream()
                .filter(it -> it.bought().isAfter(asOf.minus(FORGOTTEN)))
                .filter(it -> !it.bought().isAfter(asOf.minus(SETTLED)))
                .toList();
        long arrived = settled.stream().filter(it -> it.delivered() != null).count();
        return (arrived + ARRIVING_SHRINKAGE) / (settled.size() + ARRIVING_SHRINKAGE);
    }

    private Pace pace(List<Journey> lately) {
        Pace measured = new Pace();
        for (Journey it : lately) {
            Instant start = it.handedOver();
            if (start != null && !inTransit.isEmpty()) {
                double road = (double) seconds(start, it.delivered(), asOf) - alreadyGone(start, RECENT);
                double usual = Math.max(inTransit.quantile(it.lane(), 0.5), 1);
                measured.add(it.lane().to(), Math.max(road, 0) / usual, it.delivered() != null);
            }
        }
        return measured;
    }

    private PaceByDay byDay(List<Journey> known) {
        PaceByDay measured = new PaceByDay(asOf);
        for (Journey it : known) {
            Instant arrived = it.delivered();
            Instant until = arrived == null ? asOf : arrived;
            Instant given = it.bought().plus(FORGOTTEN);
            measured.add(
                    it.bought(),
                    until.isAfter(given) ? given : until,
                    Math.max(usual(it.merchant(), it.lane()), HALF_A_DAY),
                    arrived != null);
        }
        return measured;
    }

    /** Those bought not too long ago and under way at some time of the last days. */
    private List<Journey> since(List<Journey> known, Duration days) {
        return known.stream()
                .filter(it -> it.bought().isAfter(asOf.minus(FORGOTTEN)))
                .filter(it -> it.delivered() == null || !it.delivered().isBefore(asOf.minus(days)))
                .toList();
    }

    /** Seconds already gone since {@code start} when the last days began. */
    private double alreadyGone(Instant start, Duration days) {
        return Math.max(Duration.between(start, asOf.minus(days)).toSeconds(), 0);
    }

    /** To the end if there was one, else to the moment of learning. */
    private static long seconds(@Nullable Instant from, @Nullable Instant until, Instant asOf) {
        return Duration.between(from == null ? asOf : from, until == null ? asOf : until)
                .toSeconds();
    }
}
