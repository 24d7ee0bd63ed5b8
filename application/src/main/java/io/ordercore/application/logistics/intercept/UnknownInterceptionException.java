package io.ordercore.application.logistics.intercept;

import io.ordercore.domain.logistics.intercept.InterceptionId;

/** There is no such interception. */
public final class UnknownInterceptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownInterceptionException(InterceptionId id) {
        super("there is no interception " + id);
    }
}
