package io.ordercore.bootstrap.server;

import io.ordercore.application.modification.ModificationPolicies;
import io.ordercore.bootstrap.settings.InvalidSettingException;
import io.ordercore.domain.modification.ModificationPolicy;
import io.ordercore.domain.modification.PolicyException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The merchants' own tables of what may be changed when: {@code modification-policies/<merchant>.properties} in the data
 * directory, each complete, with the keys of the platform's. A table with a gap or a contradiction keeps the server from
 * starting. Without the directory the platform's own table rules for everybody.
 */
final class KnownPolicies {
    private static final String DIRECTORY = "modification-policies";
    private static final String SUFFIX = ".properties";

    private KnownPolicies() {}

    static ModificationPolicies in(Path data) {
        Path directory = data.resolve(DIRECTORY);
        if (!Files.isDirectory(directory)) {
            return ModificationPolicies.STANDARD;
        }
        Map<String, ModificationPolicy> own = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(it -> it.toString().endsWith(SUFFIX)).toList()) {
                String name = file.getFileName().toString();
                own.put(name.substring(0, name.length() - SUFFIX.length()), read(file));
            }
        } catch (IOException e) {
            throw new InvalidSettingException(directory + " cannot be read.");
        }
        return new ModificationPolicies(ModificationPolicy.STANDARD, own);
    }

    private static ModificationPolicy read(Path file) throws IOException {
        try {
            return ModificationPolicy.read(entries(file));
        } catch (PolicyException e) {
            throw new InvalidSettingException(file + ": " + e.getMessage());
        }
    }

    /** A file of properties as a map. */
    static Map<String, String> entries(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        Map<String, String> entries = new TreeMap<>();
        lines.stringPropertyNames().forEach(key -> entries.put(key, lines.getProperty(key)));
        return entries;
    }
}
