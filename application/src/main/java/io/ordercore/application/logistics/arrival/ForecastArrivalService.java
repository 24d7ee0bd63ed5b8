package io.ordercore.application.logistics.arrival;

import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.arrival.ArrivalForecast;
import io.ordercore.domain.logistics.arrival.ArrivalModel;
import io.ordercore.domain.logistics.arrival.ArrivalPromise;
import io.ordercore.domain.logistics.arrival.Danger;
import io.ordercore.domain.logistics.arrival.Expectation;
import io.ordercore.domain.logistics.arrival.Journey;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.order.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Learns anew every hour, each node for itself; meanwhile what was learned before is used. */
final class ForecastArrivalService implements ForecastArrival {
    /** What the model looks back to: 120 days of arrivals, of what was bought up to 90 days before. */
    private static final Duration HISTORY = Duration.ofDays(210);

    private static final Duration LATELY = Duration.ofDays(120);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final Duration TOO_LITTLE_FOR = Duration.ofMinutes(1);
    private static final int MOST = 200_000;
    private static final int ENOUGH = 10;

    private record Learned(@Nullable ArrivalModel model, Instant until) {}

    private final Journeys journeys;
    private final Clock clock;
    private final ReentrantLock learning = new ReentrantLock();
    private volatile Learned learned = new Learned(null, Instant.MIN);

    ForecastArrivalService(Journeys journeys, Clock clock) {
        this.journeys = journeys;
        this.clock = clock;
    }

    @Override
    public Optional<Expectation> waiting(Order order) {
        Expectation nothing = Expectation.on(Lanes.of(order));
        Expectation told = journeys.promise(order.id())
                .map(promise -> nothing.promised(promise.said()))
                .orElse(nothing);
        Expectation now = byItsPurchase(order)
                .map(said -> told.revised(new ArrivalForecast(said.expected(), said.promised(), clock.instant())))
                .orElse(told);
        return Optional.of(now).filter(it -> it.latest() != null);
    }

    /** What can be said of an order by when it was placed; nothing while too little is known. */
    Optional<ArrivalForecast> byItsPurchase(Order order) {
        return Optional.ofNullable(model())
                .map(model -> model.forecast(
                        order.merchant().value(),
                        Lanes.of(order),
                        order.snapshot().placedAt()));
    }

    /** Whether nothing can be said of any order yet. */
    boolean isSilent() {
        return model() == null;
    }

    @Override
    public Expectation setOut(Order order, Fulfilment goods) {
        Expectation nothing = Expectation.on(Lanes.of(order));
        return journeys.promise(order.id())
                .filter(promise -> promise.covers(goods.units().keySet()))
                .map(promise -> nothing.promised(promise.said()))
                .orElse(nothing);
    }

    @Override
    public Parcel revised(Parcel parcel) {
        Expectation own = parcel.own();
        if (own == null || parcel.isOver()) {
            return parcel;
        }
        ArrivalModel model = model();
        Expectation revised =
                model == null ? own : own.revised(model.onTheWay(own.lane(), parcel.handedOverAt(), clock.instant()));
        Expectation judged = revised.endangered(danger(parcel, revised, model));
        return judged.equals(own) ? parcel : parcel.expected(judged);
    }

    /** When the risk of being late will have grown to 1. Without experience a promise is in danger when it is broken. */
    private @Nullable Danger danger(Parcel parcel, Expectation own, @Nullable ArrivalModel model) {
        Instant promised = promised(parcel, own);
        if (promised == null || model == null) {
            return promised == null ? null : new Danger(promised, promised);
        }
        Instant dayBefore = promised.minus(A_DAY);
        long needed = Math.round(model.lateRisk(own.lane(), dayBefore, promised) * A_DAY.toSeconds());
        return new Danger(promised, promised.minusSeconds(needed).truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public OptionalDouble lateRisk(Parcel parcel) {
        Expectation own = parcel.own();
        Instant promised = own == null ? null : promised(parcel, own);
        ArrivalModel model = own == null || promised == null || parcel.isOver() ? null : model();
        return own == null || promised == null || model == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(model.lateRisk(own.lane(), clock.instant(), promised));
    }

    @Override
    public OptionalDouble lateRisk(Order waiting) {
        ArrivalPromise promise = journeys.promise(waiting.id()).orElse(null);
        ArrivalModel model = promise == null ? null : model();
        return promise == null || model == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(model.lateRisk(
                        Lanes.of(waiting), clock.instant(), promise.said().promised()));
    }

    /** What was said first: by the platform, else by the carrier. */
    private static @Nullable Instant promised(Parcel parcel, Expectation own) {
        ArrivalForecast first = own.first();
        if (first != null) {
            return first.promised();
        }
        return parcel.windows().stream()
                .map(ArrivalWindow::through)
                .filter(through -> through != null && through.instant() != null)
                .map(EventTime::instant)
                .findFirst()
                .orElse(null);
    }

    private @Nullable ArrivalModel model() {
        Instant now = clock.instant();
        if (!now.isBefore(learned.until()) && learning.tryLock()) {
            try {
                ArrivalModel model = learn(now);
                learned = new Learned(model, now.plus(model == null ? TOO_LITTLE_FOR : GOOD_FOR));
            } finally {
                learning.unlock();
            }
        }
        return learned.model();
    }

    private @Nullable ArrivalModel learn(Instant now) {
        List<Journey> history = journeys.since(now.minus(HISTORY), MOST);
        long ended = history.stream()
                .map(Journey::delivered)
                .filter(at -> at != null && at.isBefore(now) && at.isAfter(now.minus(LATELY)))
                .count();
        return ended < ENOUGH ? null : ArrivalModel.learn(history, now);
    }
}
