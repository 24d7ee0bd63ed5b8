package io.ordercore.application.aftersale;

/** There is no such return or claim. */
public final class UnknownAfterSaleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownAfterSaleException(Object id) {
        super("there is no return or claim " + id);
    }
}
