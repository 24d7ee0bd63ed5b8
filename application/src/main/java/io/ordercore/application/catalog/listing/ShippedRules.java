package io.ordercore.application.catalog.listing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The rule sets that come with the product; each statement names its source. */
public enum ShippedRules {
    /** For listings in Chinese, by the advertising and food laws of the People's Republic of China. */
    CHINESE("zh-2026-11"),
    /** For listings in English. */
    ENGLISH("en-2026-11");

    private final String version;

    ShippedRules(String version) {
        this.version = version;
    }

    public String version() {
        return version;
    }

    public String text() {
        String name = version + ".rules";
        try (InputStream bytes = ShippedRules.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("the product lacks its own " + name);
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isShipped(String version) {
        return Arrays.stream(values()).anyMatch(shipped -> shipped.version.equals(version));
    }
}
