package io.ordercore.bootstrap.server;

import io.ordercore.application.payment.ProviderSecrets;
import io.ordercore.bootstrap.settings.InvalidSettingException;
import io.ordercore.bootstrap.settings.Profile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The payment providers whose messages are believed: {@code payment-providers.properties} in the data directory, a line for each
 * with its name and its secrets ({@code whsec_} and Base64), parted by blanks. Without the file nobody is believed; in {@code
 * dev} it is made, with a secret for the provider {@code simulated}.
 */
final class KnownProviders {
    private static final String FILE = "payment-providers.properties";
    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;

    private KnownProviders() {}

    static ProviderSecrets in(Path directory, Profile profile) {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                if (profile == Profile.PROD) {
                    return ProviderSecrets.NONE;
                }
                make(file);
            }
            return read(file);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettingException(
                    file + " must name payment providers with their secrets, whsec_ and Base64.");
        }
    }

    private static ProviderSecrets read(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        Map<String, List<byte[]>> secrets = new HashMap<>();
        for (String provider : lines.stringPropertyNames()) {
            secrets.put(
                    provider,
                    Arrays.stream(lines.getProperty(provider).strip().split("\\s+"))
                            .map(KnownProviders::secret)
                            .toList());
        }
        return provider -> secrets.getOrDefault(provider, List.of());
    }

    private static byte[] secret(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a secret");
        }
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    private static void make(Path file) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "simulated = " + PREFIX + Base64.getEncoder().encodeToString(secret) + "\n");
    }
}
