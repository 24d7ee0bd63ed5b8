package io.ordercore.bootstrap.server;

import com.google.common.base.Suppliers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.ordercore.application.order.DispatchEvents;
import io.ordercore.application.order.MeetDeadlines;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How far the server's own work is behind: {@code ordercore_outbox_lag_seconds}, by consumer, is the age of the oldest event
 * it has not been given; {@code ordercore_timer_lag_seconds}, by timer, is how long ago its work fell due, and for
 * {@value #DEADLINES} at least how long the longest overdue order has waited for its deadline to be met.
 *
 * <p>Measured when somebody looks, at most once a second. A store that does not answer makes them NaN.
 */
@Singleton
final class Lags {
    private static final String DEADLINES = "meet-deadlines";
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    void measure(@Observes StartupEvent started, Foundation foundation, MeterRegistry registry) {
        DispatchEvents events = foundation.core().dispatchEvents();
        register(
                registry,
                "ordercore.outbox.lag",
                "age of the oldest event a consumer has not been given",
                "consumer",
                events.consumers(),
                events::lag);
        MeetDeadlines deadlines = foundation.core().orders().meetDeadlines();
        register(
                registry,
                "ordercore.timer.lag",
                "since when a timer's work is due",
                "timer",
                foundation.timers().names(),
                () -> {
                    Map<String, Duration> lags =
                            new HashMap<>(foundation.timers().lag());
                    lags.merge(DEADLINES, deadlines.lag(), (work, order) -> work.compareTo(order) > 0 ? work : order);
                    return lags;
                });
    }

    private static void register(
            MeterRegistry registry,
            String name,
            String description,
            String tag,
            Collection<String> values,
            Supplier<Map<String, Duration>> measure) {
        Supplier<Map<String, Duration>> recent = Suppliers.memoizeWithExpiration(measure::get, 1, TimeUnit.SECONDS);
        for (String value : values) {
            Gauge.builder(
                            name,
                            () -> recent.get()
                                            .getOrDefault(value, Duration.ZERO)
                                            .toNanos()
                                    / NANOS_PER_SECOND)
                    .description(description)
                    .baseUnit("seconds")
                    .tag(tag, value)
                    .register(registry);
        }
    }
}
