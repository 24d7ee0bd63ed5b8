package io.ordercore.bootstrap.server;

import io.ordercore.adapters.logistics.SimulatedCarrier;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.bootstrap.settings.Profile;
import io.ordercore.bootstrap.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The carriers of this installation. In {@code dev} there is one that does everything, in memory: a day lasts a minute. */
final class KnownCarriers {
    private static final SimulatedCarrier.Pace QUICK =
            new SimulatedCarrier.Pace(Duration.ofMinutes(1), Duration.ofSeconds(2));
    private static final String SECRET = "simulated-secret";

    private KnownCarriers() {}

    static Carriers in(Settings settings, Clock clock) {
        List<CarrierGateway> gateways = new ArrayList<>();
        if (settings.profile() == Profile.DEV) {
            gateways.add(new SimulatedCarrier(SECRET, 1, QUICK, clock));
        }
        return new Carriers(gateways);
    }
}
