package io.ordercore.application.logistics.arrival;

import io.ordercore.domain.logistics.arrival.ArrivalForecast;
import io.ordercore.domain.logistics.arrival.ArrivalModel;
import io.ordercore.domain.logistics.arrival.Expectation;
import io.ordercore.domain.logistics.arrival.Journey;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.order.Order;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    public Optional<ArrivalForecast> of(Order order) {
        return Optional.ofNullable(model())
                .map(model -> model.forecast(
                        order.merchant().value(),
                        Lanes.of(order),
                        order.snapshot().placedAt()));
    }

    @Override
    public Parcel revised(Parcel parcel) {
        Expectation own = parcel.own();
        ArrivalModel model = own == null || parcel.isOver() ? null : model();
        if (own == null || model == null) {
            return parcel;
        }
        Expectation revised = own.revised(model.onTheWay(own.lane(), parcel.handedOverAt(), clock.instant()));
        return revised.equals(own) ? parcel : parcel.expected(revised);
    }

    @Override
    public OptionalDouble lateRisk(Parcel parcel) {
        Expectation own = parcel.own();
        Instant promised = promised(parcel);
        ArrivalModel model = own == null || promised == null || parcel.isOver() ? null : model();
        return own == null || promised == null || model == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(model.lateRisk(own.lane(), clock.instant(), promised));
    }

    /** What was said first: by the platform, else by the carrier. */
    private static @Nullable Instant promised(Parcel parcel) {
        Expectation own = parcel.own();
        ArrivalForecast first = own == null ? null : own.first();
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
