package io.ordercore.application.catalog;

import io.ordercore.application.Transactions;
import io.ordercore.application.catalog.listing.Listings;
import java.time.Clock;

/** The door to the catalogue: what can be asked of it, made from the ports it takes. */
public final class CatalogUseCases {
    private final Transactions transactions;
    private final Offers offers;
    private final Sellers sellers;
    private final Listings listings;
    private final OfferFeed feed;
    private final Clock clock;

    public CatalogUseCases(
            Transactions transactions, Offers offers, Sellers sellers, Listings listings, OfferFeed feed, Clock clock) {
        this.transactions = transactions;
        this.offers = offers;
        this.sellers = sellers;
        this.listings = listings;
        this.feed = feed;
        this.clock = clock;
    }

    public BrowseOffers browseOffers() {
        return new BrowseOffersService(offers, clock);
    }

    public FollowOffers followOffers() {
        return new FollowOffersService(feed);
    }

    public ManageOffers manageOffers() {
        return new ManageOffersService(transactions, offers, sellers, listings);
    }
}
