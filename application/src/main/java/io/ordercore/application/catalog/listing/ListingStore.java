package io.ordercore.application.catalog.listing;

import io.ordercore.application.catalog.PriceReviews;

/** The storage that listings need beside offers and stock. */
public interface ListingStore {
    Listings listings();

    LiveListings liveListings();

    ReviewQueue reviewQueue();

    RuleSets ruleSets();

    PriceReviews priceReviews();
}
