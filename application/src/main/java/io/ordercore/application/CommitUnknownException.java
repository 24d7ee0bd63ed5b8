package io.ordercore.application;

/**
 * Nobody can say whether a commit happened: the connection broke, or a synchronous standby did not confirm. The caller retries
 * with the same idempotency key and learns what became of it.
 */
public final class CommitUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommitUnknownException(String message, Throwable cause) {
        super(message, cause);
    }

    public CommitUnknownException(String message) {
        super(message);
    }
}
