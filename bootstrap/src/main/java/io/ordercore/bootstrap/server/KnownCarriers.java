package io.ordercore.bootstrap.server;

import io.ordercore.adapters.logistics.ConfiguredCarriers;
import io.ordercore.adapters.logistics.SimulatedCarrier;
import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.bootstrap.settings.InvalidSettingException;
import io.ordercore.bootstrap.settings.Profile;
import io.ordercore.bootstrap.settings.Settings;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The carriers of this installation: those that {@code carriers.properties} in the data directory gives an account
 * ({@code fedex.client-id = ...}), and in {@code dev} one that does everything, in memory: a day lasts a minute. Adapters
 * from jars come later ({@link CarrierPlugins}).
 */
final class KnownCarriers {
    private static final String FILE = "carriers.properties";
    private static final SimulatedCarrier.Pace QUICK =
            new SimulatedCarrier.Pace(Duration.ofMinutes(1), Duration.ofSeconds(2));
    private static final String SECRET = "simulated-secret";

    private KnownCarriers() {}

    static Carriers in(Settings settings, CallBudgets budgets, Clock clock) {
        List<CarrierGateway> gateways = new ArrayList<>();
        if (settings.profile() == Profile.DEV) {
            gateways.add(new SimulatedCarrier(SECRET, 1, QUICK, clock));
        }
        accounts(settings.dataDirectory()).forEach((code, account) -> {
            if (ConfiguredCarriers.CODES.contains(code)) {
                gateways.add(connect(code, account, budgets, clock));
            }
        });
        return new Carriers(gateways).reachedAt(URI.create(settings.url()));
    }

    private static CarrierGateway connect(String code, Map<String, String> account, CallBudgets budgets, Clock clock) {
        try {
            return ConfiguredCarriers.connect(code, account, budgets, clock);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(FILE + ": " + e.getMessage() + ".");
        }
    }

    /** What the file says, by the carrier's code; empty without the file. */
    static Map<String, Map<String, String>> accounts(Path directory) {
        Path file = directory.resolve(FILE);
        Map<String, Map<String, String>> accounts = new TreeMap<>();
        if (!Files.exists(file)) {
            return accounts;
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettingException(file + " cannot be read.");
        }
        for (String name : lines.stringPropertyNames()) {
            int dot = name.indexOf('.');
            if (dot < 1) {
                throw new InvalidSettingException(file + ": " + name + " must begin with a carrier's code and a dot.");
            }
            accounts.computeIfAbsent(name.substring(0, dot), code -> new HashMap<>())
                    .put(name.substring(dot + 1), lines.getProperty(name).strip());
        }
        return accounts;
    }
}
