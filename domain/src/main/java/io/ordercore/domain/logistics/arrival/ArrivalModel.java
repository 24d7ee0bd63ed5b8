package io.ordercore.domain.logistics.arrival;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the platform's history says about arrival, learned at one moment from what was known then and from nothing later.
 *
 * <p>Expected time = lane median x seller factor x level. The lane median is over journeys that ended in the last 120
 * days, shrunk along a hierarchy. The seller factor is the seller's mean log ratio to its lanes, shrunk by 20 journeys.
 * The level is the regime: how journeys begun in the last 21 days compare with that, by Kaplan and Meier's product limit
 * (JASA 53, 1958), so that those still on their way count as "at least this long". Without them a sudden peak looks fast,
 * because only its quickest parcels have arrived.
 *
 * <p>Late risk = q90 of the lane's transit x level / time left: above 1, nine in ten such parcels would need more time
 * than there is. The level counts parcels still on their way; the mean transit of those that arrived lately would follow
 * a jam only weeks later, when it is over.
 */
public final class ArrivalModel {
    static final Duration WINDOW = Duration.ofDays(120);
    static final Duration RECENT = Duration.ofDays(21);
    private static final double EXPECTED = 0.50;
    private static final double PROMISED = 0.92;
    private static final double SELLER_SHRINKAGE = 20;
    private static final double HALF_A_DAY = 43_200;

    private final Instant asOf;
    private final LaneTimes fromPurchase;
    private final LaneTimes inTransit;
    private final Map<String, Double> sellers;
    private final List<Double> level;

    private ArrivalModel(
            Instant asOf,
            LaneTimes fromPurchase,
            LaneTimes inTransit,
            Map<String, Double> sellers,
            List<Double> level) {
        this.asOf = asOf;
        this.fromPurchase = fromPurchase;
        this.inTransit = inTransit;
        this.sellers = sellers;
        this.level = level;
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
        LaneTimes.Collector whole = new LaneTimes.Collector();
        LaneTimes.Collector transit = new LaneTimes.Collector();
        for (Journey it : ended) {
            whole.add(it.lane(), seconds(it.bought(), it.delivered(), asOf));
            if (it.handedOver() != null) {
                transit.add(it.lane(), seconds(it.handedOver(), it.delivered(), asOf));
            }
        }
        LaneTimes fromPurchase = whole.sorted();
        Map<String, Double> sellers = sellers(ended, fromPurchase, asOf);
        return new ArrivalModel(
                asOf, fromPurchase, transit.sorted(), sellers, level(known, fromPurchase, sellers, asOf));
    }

    /** When an order bought at {@code bought} should arrive. */
    public ArrivalForecast forecast(String merchant, Lane lane, Instant bought) {
        double usual = usual(fromPurchase, sellers, merchant, lane);
        return new ArrivalForecast(
                bought.plusSeconds(Math.round(usual * level.get(0))),
                bought.plusSeconds(Math.round(usual * level.get(1))),
                asOf);
    }

    /** How much of the time left a parcel on its way is likely to need; grows without bound as the deadline nears. */
    public double lateRisk(Lane lane, Instant now, Instant deadline) {
        return staticRisk(lane, now, deadline) * level.get(0);
    }

    /** The same without the regime: what lanes alone say. */
    public double staticRisk(Lane lane, Instant now, Instant deadline) {
        double left = Math.max(Duration.between(now, deadline).toSeconds(), 1);
        return inTransit.isEmpty() ? 0 : inTransit.quantile(lane, 0.9) / left;
    }

    private static double usual(LaneTimes times, Map<String, Double> sellers, String merchant, Lane lane) {
        return times.quantile(lane, 0.5) * sellers.getOrDefault(merchant, 1.0);
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

    private record Observed(double ratio, boolean ended) {}

    private static List<Double> level(List<Journey> known, LaneTimes times, Map<String, Double> sellers, Instant asOf) {
        List<Observed> recent = new ArrayList<>();
        for (Journey it : known) {
            if (!it.bought().isBefore(asOf.minus(RECENT))) {
                double usual = usual(times, sellers, it.merchant(), it.lane());
                recent.add(new Observed(seconds(it.bought(), it.delivered(), asOf) / usual, it.delivered() != null));
            }
        }
        return recent.stream().anyMatch(Observed::ended)
                ? List.of(productLimit(recent, EXPECTED), productLimit(recent, PROMISED))
                : List.of(1.0, 2.0);
    }

    /** The ratio by which {@code share} have ended; the longest seen where so many never did. */
    private static double productLimit(List<Observed> observed, double share) {
        List<Observed> inOrder = new ArrayList<>(observed);
        inOrder.sort(Comparator.comparingDouble(Observed::ratio).thenComparing(it -> !it.ended()));
        double alive = 1;
        int atRisk = inOrder.size();
        for (Observed it : inOrder) {
            if (it.ended()) {
                alive *= 1 - 1.0 / atRisk;
                if (1 - alive >= share) {
                    return it.ratio();
                }
            }
            atRisk--;
        }
        return inOrder.get(inOrder.size() - 1).ratio();
    }

    /** To the end if there was one, else to the moment of learning. */
    private static long seconds(@Nullable Instant from, @Nullable Instant until, Instant asOf) {
        return Duration.between(from == null ? asOf : from, until == null ? asOf : until)
                .toSeconds();
    }
}
