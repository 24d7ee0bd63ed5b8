package io.ordercore.bootstrap.command;

/** The server cannot start here; the message says why and what to do in one sentence. */
final class CannotServeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotServeException(String message) {
        super(message);
    }
}
