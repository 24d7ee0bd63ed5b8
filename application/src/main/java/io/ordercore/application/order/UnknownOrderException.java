package io.ordercore.application.order;

/** There is no such order, purchase or fulfilment. */
public final class UnknownOrderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownOrderException(Object id) {
        super("there is no " + id);
    }
}
