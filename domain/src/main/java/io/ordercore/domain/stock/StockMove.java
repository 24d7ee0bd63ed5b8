package io.ordercore.domain.stock;

import io.ordercore.domain.catalog.Sku;

/**
 * What an order does to the stock of one SKU.
 *
 * @param quantity units, above zero
 */
public record StockMove(Kind kind, Sku sku, int quantity) {
    /** The ways in which stock moves. */
    public enum Kind {
        /** Promised to an order. */
        RESERVE,
        /** The promise ends: the order was cancelled or expired. */
        RELEASE,
        /** Left the warehouse, promise kept. */
        SHIP,
        /** Came back into the warehouse, fit to be sold. */
        RESTOCK
    }

    public StockMove {
        if (quantity <= 0) {
            throw new IllegalArgumentException("a stock move has a quantity above zero");
        }
    }
}
