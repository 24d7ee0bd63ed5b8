package io.ordercore.bootstrap.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Looks a setting up: a system property wins over the environment, the environment over the settings file. */
public final class SettingSource {
    private final Properties properties;
    private final Map<String, String> environment;
    private final Properties file;

    private SettingSource(Properties properties, Map<String, String> environment, Properties file) {
        this.properties = properties;
        this.environment = environment;
        this.file = file;
    }

    /**
     * Reads the settings file too, if one is named.
     *
     * @throws InvalidSettingException when it cannot be read
     */
    public static SettingSource of(Properties properties, Map<String, String> environment) {
        SettingSource bare = new SettingSource(properties, environment, new Properties());
        String name = bare.get(Setting.CONFIG);
        return name == null ? bare : new SettingSource(properties, environment, read(Path.of(name)));
    }

    private static Properties read(Path name) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(name)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettingException(Setting.CONFIG.variable() + ": cannot read " + name + ".");
        }
        return lines;
    }

    /** The value, or null when it is set nowhere or blank. */
    public @Nullable String get(Setting setting) {
        String value = properties.getProperty(setting.property());
        if (value == null) {
            value = environment.get(setting.variable());
        }
        if (value == null) {
            value = file.getProperty(setting.property());
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    String get(Setting setting, String otherwise) {
        String value = get(setting);
        return value == null ? otherwise : value;
    }
}
