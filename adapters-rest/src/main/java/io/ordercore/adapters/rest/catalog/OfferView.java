package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.stock.StockItem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An offer as it is shown.
 *
 * @param orderable false while the goods are unreviewed, suspended or withdrawn
 * @param priceReview to whoever asked for a price that jumps, and so waits: the price shown stays meanwhile
 * @param available units in stock that are promised to nobody
 */
@Schema(name = "Offer")
record OfferView(
        String sku,
        String merchant,
        String title,
        Map<String, String> attributes,
        MoneyBody price,
        boolean orderable,
        long available,
        long version,
        @Nullable PriceReviewView priceReview) {

    static OfferView of(Offer offer, Optional<StockItem> stock) {
        return new OfferView(
                offer.sku().value(),
                offer.merchant().value(),
                offer.title(),
                new TreeMap<>(offer.attributes()),
                MoneyBody.of(offer.price()),
                offer.orderable(),
                stock.map(StockItem::available).orElse(0L),
                offer.version(),
                null);
    }

    OfferView with(PriceReviewView waiting) {
        return new OfferView(sku, merchant, title, attributes, price, orderable, available, version, waiting);
    }
}
