package io.ordercore.bootstrap.csv;

/** A file cannot be read as what it should be; the message tells where and why in one sentence. */
public final class BadFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadFileException(String message) {
        super(message);
    }

    public BadFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
