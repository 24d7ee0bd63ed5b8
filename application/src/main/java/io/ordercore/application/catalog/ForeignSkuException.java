package io.ordercore.application.catalog;

import io.ordercore.domain.catalog.Sku;

/** The SKU belongs to another merchant. */
public final class ForeignSkuException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ForeignSkuException(Sku sku) {
        super("another merchant has " + sku);
    }
}
