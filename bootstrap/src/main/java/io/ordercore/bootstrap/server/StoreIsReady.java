package io.ordercore.bootstrap.server;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the store answers. */
@Readiness
@Singleton
final class StoreIsReady implements HealthCheck {
    private static final int PATIENCE_SECONDS = 2;

    private final Foundation foundation;

    StoreIsReady(Foundation foundation) {
        this.foundation = foundation;
    }

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = foundation.database().getConnection()) {
            return answer(connection.isValid(PATIENCE_SECONDS));
        } catch (SQLException e) {
            return answer(false);
        }
    }

    private static HealthCheckResponse answer(boolean up) {
        return HealthCheckResponse.named("store").status(up).build();
    }
}
