package io.ordercore.bootstrap.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.ordercore.application.catalog.listing.WatchReviews;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much waits for reviewers, for how long, and how often it was too long: {@code ordercore_reviews_...}. */
@Singleton
final class ReviewBacklog {
    void measure(@Observes StartupEvent started, Foundation foundation, MeterRegistry registry) {
        WatchReviews reviews = foundation.core().watchReviews();
        Gauge.builder("ordercore.reviews.waiting", () -> reviews.backlog().waiting())
                .description("revisions and prices that wait for a reviewer")
                .register(registry);
        Gauge.builder("ordercore.reviews.overdue", () -> reviews.backlog().overdue())
                .description("those that wait longer than they should")
                .register(registry);
        Gauge.builder("ordercore.reviews.oldest", () -> age(reviews.backlog().oldest(), foundation))
                .baseUnit("seconds")
                .description("age of the one that waits longest")
                .register(registry);
        FunctionCounter.builder("ordercore.reviews.breaches", foundation.overdueReviews(), Number::doubleValue)
                .description("reviews that were found to be overdue, each once")
                .register(registry);
    }

    private static double age(@Nullable Instant oldest, Foundation foundation) {
        return oldest == null
                ? 0
                : Duration.between(oldest, foundation.clock().instant()).toSeconds();
    }
}
