package io.ordercore.bootstrap.server;

import io.ordercore.bootstrap.settings.InvalidSettingException;
import io.ordercore.domain.logistics.incident.RemedyPolicy;
import io.ordercore.domain.logistics.incident.RemedyPolicyException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What buyers are offered when something goes wrong on the way: {@code remedies.properties} in the data directory, complete, with
 * the keys of the platform's own table, which rules without the file. A table with an error keeps the server from starting.
 */
final class KnownRemedies {
    private static final String FILE = "remedies.properties";

    private KnownRemedies() {}

    static RemedyPolicy in(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return RemedyPolicy.STANDARD;
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new InvalidSettingException(file + " cannot be read.");
        }
        Map<String, String> entries = new TreeMap<>();
        lines.stringPropertyNames().forEach(key -> entries.put(key, lines.getProperty(key)));
        try {
            return RemedyPolicy.read(entries);
        } catch (RemedyPolicyException e) {
            throw new InvalidSettingException(file + ": " + e.getMessage());
        }
    }
}
