package io.ordercore.application.catalog;

import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows offers as buyers browse them: each merchant's as often as its exposure allows. Who has twice the exposure is twice as
 * often among the first; who has none is not shown. The order is drawn anew every day, so that nobody stays last.
 */
public interface BrowseOffers {
    /**
     * Some offers.
     *
     * @param merchant null for all merchants
     * @param campaign whether the offers are for a campaign: only merchants whose credit admits them are shown
     * @param after {@link Window#next()} of the page before; null for the first page
     * @throws IllegalArgumentException for an {@code after} this method never gave
     */
    Window browse(@Nullable MerchantId merchant, boolean campaign, @Nullable String after, int limit);

    /**
     * A page.
     *
     * @param next null on the last one
     */
    record Window(List<Offer> offers, @Nullable String next) {
        public Window {
            offers = List.copyOf(offers);
        }
    }
}
