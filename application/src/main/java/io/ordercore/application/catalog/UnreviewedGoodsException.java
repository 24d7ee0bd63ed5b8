package io.ordercore.application.catalog;

import io.ordercore.domain.catalog.Sku;

/** An offer was to be orderable though no live listing has its SKU. */
public final class UnreviewedGoodsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreviewedGoodsException(Sku sku) {
        super("no live listing has " + sku);
    }
}
