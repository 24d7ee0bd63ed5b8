package io.ordercore.bootstrap.settings;

import io.ordercore.domain.inspection.SwitchingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the server was told, checked as a whole.
 *
 * @param database null for the embedded PostgreSQL
 * @param keyset file of the key set that encrypts personal data
 * @param issuer null in {@code dev}, where the server issues its own tokens
 * @param tls null for plain HTTP
 * @param switching what earns a product reduced inspection
 * @param paymentChecks who is asked before the payment provider is
 * @param probesPictures whether pictures of listings are looked at over the web
 * @param timerPause how long each timer rests before it does its work again
 */
public record Settings(
        Profile profile,
        String host,
        int port,
        Path dataDirectory,
        @Nullable Database database,
        Path keyset,
        @Nullable Issuer issuer,
        @Nullable Tls tls,
        SwitchingRule switching,
        PaymentChecks paymentChecks,
        boolean probesPictures,
        Duration timerPause) {
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_PAUSE = 60_000;
    private static final int SHORTEST_PAUSE = 50;

    /** A PostgreSQL of the operator's own. */
    public record Database(String url, String user, String password) {
        @Override
        public String toString() {
            return "Database[" + url + "]";
        }
    }

    /**
     * Whose tokens are accepted.
     *
     * @param keys PEM file of the public key, or address or file of a JSON Web Key Set
     * @param many false for a single key
     */
    public record Issuer(String name, String audience, String keys, boolean many) {}

    /** Certificate chain and private key, both PEM. */
    public record Tls(Path certificate, Path key) {}

    /**
     * Reads and checks everything.
     *
     * @throws InvalidSettingException naming the first setting that is wrong
     */
    public static Settings from(SettingSource source) {
        Profile profile = profile(source);
        Path data =
                Path.of(source.get(Setting.DATA_DIR, "./data")).toAbsolutePath().normalize();
        return new Settings(
                profile,
                host(source, profile),
                number(source, Setting.PORT, 8080, 1, HIGHEST_PORT),
                data,
                database(source),
                keyset(source, profile, data),
                issuer(source, profile),
                tls(source),
                switching(source),
                PaymentChecks.from(source),
                probesPictures(source),
                Duration.ofMillis(number(source, Setting.TIMER_MILLIS, 1_000, SHORTEST_PAUSE, LONGEST_PAUSE)));
    }

    /** As callers reach it, for example {@code http://127.0.0.1:8080}. */
    public String url() {
        String shown = host.equals("0.0.0.0") ? "127.0.0.1" : host;
        return (tls == null ? "http://" : "https://") + shown + ":" + port;
    }

    private static Profile profile(SettingSource source) {
        return switch (source.get(Setting.PROFILE, "dev").toLowerCase(Locale.ROOT)) {
            case "dev" -> Profile.DEV;
            case "prod" -> Profile.PROD;
            default -> throw new InvalidSettingException(Setting.PROFILE.variable() + " is dev or prod.");
        };
    }

    private static SwitchingRule switching(SettingSource source) {
        return switch (source.get(Setting.INSPECTION_SWITCHING, "score").toLowerCase(Locale.ROOT)) {
            case "score" -> SwitchingRule.SWITCHING_SCORE;
            case "ten-lots" -> SwitchingRule.TEN_LOTS;
            default ->
                throw new InvalidSettingException(Setting.INSPECTION_SWITCHING.variable() + " is score or ten-lots.");
        };
    }

    private static boolean probesPictures(SettingSource source) {
        return switch (source.get(Setting.PICTURE_PROBE, "on").toLowerCase(Locale.ROOT)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new InvalidSettingException(Setting.PICTURE_PROBE.variable() + " is on or off.");
        };
    }

    private static String host(SettingSource source, Profile profile) {
        String host = source.get(Setting.HOST, profile == Profile.DEV ? "127.0.0.1" : "0.0.0.0");
        if (profile == Profile.DEV && !(host.equals("localhost") || host.equals("127.0.0.1"))) {
            throw new InvalidSettingException(
                    Setting.HOST.variable() + ": dev hands out tokens, so it listens on 127.0.0.1 only; set "
                            + Setting.PROFILE.variable() + "=prod to listen on " + host + ".");
        }
        return host;
    }

    private static int number(SettingSource source, Setting setting, int standard, int from, int to) {
        try {
            int number = Integer.parseInt(source.get(setting, Integer.toString(standard)));
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the same answer as a number out of range.
        }
        throw new InvalidSettingException(setting.variable() + " is a number from " + from + " to " + to + ".");
    }

    private static @Nullable Database database(SettingSource source) {
        String url = source.get(Setting.DB_URL);
        if (url == null) {
            return null;
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new InvalidSettingException(Setting.DB_URL.variable() + " begins with jdbc:postgresql:// .");
        }
        String file = source.get(Setting.DB_PASSWORD_FILE);
        String password = file == null ? source.get(Setting.DB_PASSWORD, "") : secretIn(file);
        return new Database(url, source.get(Setting.DB_USER, "ordercore"), password);
    }

    private static String secretIn(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new InvalidSettingException(Setting.DB_PASSWORD_FILE.variable() + ": cannot read " + file + ".");
        }
    }

    /** File of the key that signs the history, beside the one that encrypts personal data. */
    public Path historyKey() {
        return keyset.resolveSibling("history-key.json");
    }

    private static Path keyset(SettingSource source, Profile profile, Path data) {
        String file = source.get(Setting.KEYSET_FILE);
        if (file != null) {
            return Path.of(file).toAbsolutePath().normalize();
        }
        if (profile == Profile.PROD) {
            throw new InvalidSettingException("prod encrypts personal data with keys of your own: set "
                    + Setting.KEYSET_FILE.variable() + " to their file, kept apart from the database.");
        }
        return data.resolve("keyset.json");
    }

    private static @Nullable Issuer issuer(SettingSource source, Profile profile) {
        if (profile == Profile.DEV) {
            return null;
        }
        String name = source.get(Setting.JWT_ISSUER);
        String file = source.get(Setting.JWT_KEY_FILE);
        String jwks = source.get(Setting.JWT_JWKS);
        if (name == null || (file == null) == (jwks == null)) {
            throw new InvalidSettingException("prod accepts tokens of a configured issuer only: set "
                    + Setting.JWT_ISSUER.variable() + " and one of " + Setting.JWT_KEY_FILE.variable() + " and "
                    + Setting.JWT_JWKS.variable() + ".");
        }
        String audience = source.get(Setting.JWT_AUDIENCE, "ordercore");
        if (file != null) {
            return new Issuer(
                    name, audience, readable(Setting.JWT_KEY_FILE, file).toString(), false);
        }
        return new Issuer(name, audience, addressOrFile(jwks), true);
    }

    private static String addressOrFile(@Nullable String jwks) {
        if (jwks != null && jwks.startsWith("https://")) {
            return jwks;
        }
        if (jwks == null || jwks.startsWith("http:")) {
            throw new InvalidSettingException(Setting.JWT_JWKS.variable() + " is an https:// address or a file.");
        }
        return readable(Setting.JWT_JWKS, jwks).toString();
    }

    private static @Nullable Tls tls(SettingSource source) {
        String certificate = source.get(Setting.TLS_CERTIFICATE);
        String key = source.get(Setting.TLS_KEY);
        if (certificate == null && key == null) {
            return null;
        }
        if (certificate == null || key == null) {
            throw new InvalidSettingException(Setting.TLS_CERTIFICATE.variable() + " and " + Setting.TLS_KEY.variable()
                    + " are set together, or neither.");
        }
        return new Tls(readable(Setting.TLS_CERTIFICATE, certificate), readable(Setting.TLS_KEY, key));
    }

    private static Path readable(Setting setting, String name) {
        Path file = Path.of(name).toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            throw new InvalidSettingException(setting.variable() + ": cannot read " + file + ".");
        }
        return file;
    }
}
