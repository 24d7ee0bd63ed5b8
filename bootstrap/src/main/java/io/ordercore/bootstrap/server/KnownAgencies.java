package io.ordercore.bootstrap.server;

import io.ordercore.application.inspection.Agencies;
import io.ordercore.bootstrap.settings.InvalidSettingException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The inspection agencies the operator works with: {@code agencies.properties} in the data directory, a line for each with its
 * name and its Ed25519 public key (X.509, Base64). Without the file nobody's report is taken.
 */
final class KnownAgencies {
    private static final String FILE = "agencies.properties";

    private KnownAgencies() {}

    static Agencies in(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Agencies.NONE;
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
            Map<String, byte[]> keys = new HashMap<>();
            for (String agency : lines.stringPropertyNames()) {
                keys.put(
                        agency,
                        Base64.getDecoder().decode(lines.getProperty(agency).strip()));
            }
            return Agencies.signingWithEd25519(keys);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettingException(file + " must name agencies with their public keys in Base64.");
        }
    }
}
