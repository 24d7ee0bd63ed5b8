package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.application.catalog.OfferChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One change, as buyers may see it.
 *
 * @param cursor its place in the feed
 * @param kind {@code OFFER} with price and orderable, or {@code STOCK} with available
 * @param version of the offer or the stock; a higher one is newer
 * @param at when it was written, shortly before it could be seen
 */
@Schema(name = "OfferChange")
record OfferChangeView(
        String cursor,
        OfferChange.Kind kind,
        String sku,
        String merchant,
        @Nullable MoneyBody price,
        @Nullable Boolean orderable,
        @Nullable Long available,
        long version,
        String at) {
    static OfferChangeView of(OfferChange change) {
        return new OfferChangeView(
                change.place().toString(),
                change.kind(),
                change.sku().value(),
                change.merchant().value(),
                MoneyBody.ofNullable(change.price()),
                change.orderable(),
                change.available(),
                change.version(),
                change.at().toString());
    }
}
