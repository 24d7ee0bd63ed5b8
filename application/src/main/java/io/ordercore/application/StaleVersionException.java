package io.ordercore.application;

/** Somebody else changed the thing between loading and saving. Loading it again and deciding anew is the caller's choice. */
public final class StaleVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleVersionException(String what) {
        super(what + " has changed meanwhile");
    }
}
