package io.ordercore.bootstrap.settings;

import java.util.Locale;

/**
 * Everything an operator can set. Each is an environment variable ({@code ORDERCORE_PORT}), a system property or a line of the
 * settings file ({@code ordercore.port}).
 */
public enum Setting {
    PROFILE("dev", "dev makes its own signing key and tokens; prod takes tokens from your issuer only"),
    PORT("8080", "TCP port of the server"),
    HOST("127.0.0.1 in dev, 0.0.0.0 in prod", "address to listen on; dev stays on the loopback"),
    DATA_DIR("./data", "where the embedded PostgreSQL and, in dev, the keys and tokens are kept"),
    DB_URL("the embedded one", "jdbc:postgresql://host:port/database of a PostgreSQL 15 or later of your own"),
    DB_USER("", "its user"),
    DB_PASSWORD("", "its password"),
    DB_PASSWORD_FILE("", "or the file that holds the password"),
    KEYSET_FILE("<data>/keyset.json in dev", "key set that encrypts personal data; prod needs one"),
    JWT_ISSUER("", "iss of accepted tokens; prod needs one"),
    JWT_AUDIENCE("ordercore", "aud of accepted tokens"),
    JWT_KEY_FILE("", "PEM file with the issuer's public key (ES256 or RS256)"),
    JWT_JWKS("", "or the https:// address or file of the issuer's key set; prod needs one of the two"),
    TLS_CERTIFICATE("", "PEM file with the certificate chain; the port then speaks TLS only"),
    TLS_KEY("", "PEM file with its private key"),
    PICTURE_PROBE("on", "whether pictures of listings are looked at over the web; off leaves them to reviewers' eyes"),
    INSPECTION_SWITCHING("score", "what earns reduced inspection: score (ISO 2859-1) or ten-lots (MIL-STD-105E)"),
    PAYMENT_CHECK_URL("", "https:// address asked before the payment provider is, see docs/guides/payments.md"),
    PAYMENT_FAIL_OPEN(
            "void,refund",
            "what goes on unchecked while it does not answer: of authorize, capture, void, refund, or none"),
    TIMER_MILLIS("1000", "how long each timer rests, from 50; less tells of events sooner and costs the database more"),
    CONFIG("", "a properties file with any of these, as ordercore.port = 8080");

    private final String standard;
    private final String meaning;

    Setting(String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    /** As an environment variable. */
    public String variable() {
        return "ORDERCORE_" + name();
    }

    /** As a system property, or in the settings file. */
    public String property() {
        return "ordercore." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What holds when it is not set, in words. */
    public String standard() {
        return standard;
    }

    /** One line for people. */
    public String meaning() {
        return meaning;
    }
}
