package io.ordercore.adapters.rest.stock;

import io.ordercore.domain.stock.StockItem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a merchant's warehouse has of one SKU, as it is shown. */
@Schema(name = "Stock")
record StockView(String sku, String merchant, long onHand, long reserved, long available, long version) {
    static StockView of(StockItem item) {
        return new StockView(
                item.sku().value(),
                item.merchant().value(),
                item.onHand(),
                item.reserved(),
                item.available(),
                item.version());
    }
}
