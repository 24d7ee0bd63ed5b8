package io.ordercore.domain.stock;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;

/**
 * What a merchant's warehouse has of one SKU.
 *
 * @param onHand units in the warehouse, reserved ones included
 * @param reserved units promised to orders and not yet handed over; never more than {@code onHand}
 * @param version rises by one with every change of {@code onHand} by its merchant; 1 when first counted
 */
public record StockItem(Sku sku, MerchantId merchant, long onHand, long reserved, long version) {
    public StockItem {
        if (reserved < 0 || reserved > onHand) {
            throw new IllegalArgumentException(sku + ": reserved " + reserved + " of " + onHand + " on hand");
        }
    }

    /** Units that can still be ordered. */
    public long available() {
        return onHand - reserved;
    }

    /** The item after one move. */
    public StockItem after(StockMove move) {
        return switch (move.kind()) {
            case RESERVE -> new StockItem(sku, merchant, onHand, reserved + move.quantity(), version);
            case RELEASE -> new StockItem(sku, merchant, onHand, reserved - move.quantity(), version);
            case SHIP -> new StockItem(sku, merchant, onHand - move.quantity(), reserved - move.quantity(), version);
            case RESTOCK -> new StockItem(sku, merchant, onHand + move.quantity(), reserved, version);
        };
    }
}
