package io.ordercore.bootstrap.server;

import io.ordercore.bootstrap.identity.TrustedIssuer;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Hands the foundation's parts to Quarkus, and closes it once requests in flight have been answered. */
@Singleton
final class Producers {
    @Produces
    @Singleton
    Foundation foundation() {
        return Foundation.held();
    }

    @Produces
    @Singleton
    TrustedIssuer issuer() {
        return Foundation.held().issuer();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Foundation.held().clock();
    }

    void stop(@Observes ShutdownEvent stopped) {
        Foundation.held().close();
    }
}
