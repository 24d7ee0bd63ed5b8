package io.ordercore.bootstrap.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.ordercore.application.order.WatchIntake;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What the intake of orders tells about itself: {@code ordercore_intake_waiting} and {@code ordercore_intake_together}. */
@Singleton
final class IntakeMetrics {
    void measure(@Observes StartupEvent started, WatchIntake intake, MeterRegistry registry) {
        Gauge.builder("ordercore.intake.waiting", intake, WatchIntake::waiting)
                .description("purchases that wait to be stored")
                .register(registry);
        Gauge.builder("ordercore.intake.together", intake, WatchIntake::together)
                .description("purchases that the last transaction stored together")
                .register(registry);
    }
}
