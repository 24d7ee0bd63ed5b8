package io.ordercore.application.catalog;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an offer, or the stock of it, is from a moment on.
 *
 * @param price of an OFFER, null otherwise
 * @param orderable of an OFFER, null otherwise
 * @param available units promised to nobody, of a STOCK, null otherwise
 * @param version of the offer or of the stock; the stock's stays when goods sell out or come back
 * @param at when it was written, shortly before its commit
 */
public record OfferChange(
        OfferPlace place,
        Kind kind,
        Sku sku,
        MerchantId merchant,
        @Nullable Money price,
        @Nullable Boolean orderable,
        @Nullable Long available,
        long version,
        Instant at) {
    /** What changed. The names are stable. */
    public enum Kind {
        OFFER,
        STOCK
    }
}
