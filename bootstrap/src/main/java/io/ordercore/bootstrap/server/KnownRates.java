package io.ordercore.bootstrap.server;

import io.ordercore.bootstrap.settings.InvalidSettingException;
import io.ordercore.domain.modification.ShippingRates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What delivery costs where: {@code shipping-rates.properties} in the data directory; without it, delivery is in the price. */
final class KnownRates {
    private static final String FILE = "shipping-rates.properties";

    private KnownRates() {}

    static ShippingRates in(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return ShippingRates.FREE;
        }
        try {
            return ShippingRates.byRegion(KnownPolicies.entries(file));
        } catch (IOException e) {
            throw new InvalidSettingException(file + " cannot be read.");
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(file + ": " + e.getMessage());
        }
    }
}
