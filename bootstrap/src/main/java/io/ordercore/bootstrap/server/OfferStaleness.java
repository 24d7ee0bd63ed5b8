package io.ordercore.bootstrap.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.ordercore.adapters.rest.catalog.LiveOffers;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** How old a change of price or stock is when a live stream has it: {@code ordercore_offer_staleness_seconds}. */
@Singleton
final class OfferStaleness {
    private static final double MEDIAN = 0.5;
    private static final double P99 = 0.99;

    void measure(@Observes StartupEvent started, LiveOffers live, MeterRegistry registry) {
        Timer staleness = Timer.builder("ordercore.offer.staleness")
                .description("from the writing of a change to the connection of a subscriber")
                .publishPercentiles(MEDIAN, P99)
                .register(registry);
        live.measure(staleness::record);
    }
}
