package io.ordercore.adapters.rest.catalog;

import io.ordercore.application.catalog.OfferChange;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import org.jspecify.annotations.Nullable;

/** Which changes somebody wants to see; null for any. */
record OfferFilter(@Nullable Sku sku, @Nullable MerchantId merchant) {
    boolean takes(OfferChange change) {
        return (sku == null || sku.equals(change.sku())) && (merchant == null || merchant.equals(change.merchant()));
    }

    boolean takesAll() {
        return sku == null && merchant == null;
    }
}
