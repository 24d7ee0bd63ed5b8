package io.ordercore.bootstrap.settings;

/** A setting is missing, malformed or contradicts another; the message names it and says in one sentence what to do. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidSettingException(String message) {
        super(message);
    }
}
