package io.ordercore.adapters.persistence.embedded;

/** The embedded PostgreSQL could not be unpacked, started or reached; the message says what to do about it in one sentence. */
public final class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
