package io.ordercore.application.catalog;

import io.ordercore.application.Transactions;
import io.ordercore.application.catalog.listing.ListingStore;
import io.ordercore.application.catalog.listing.ReviewTerms;
import io.ordercore.application.catalog.listing.RulesInForce;
import io.ordercore.application.stock.Stock;
import java.time.Clock;

/** The door to the catalogue: what can be asked of it, made from the ports it takes. */
public final class CatalogUseCases {
    private final Transactions transactions;
    private final Offers offers;
    private final Stock stock;
    private final Sellers sellers;
    private final ListingStore listings;
    private final OfferFeed feed;
    private final PriceGate gate;
    private final Clock clock;

    public CatalogUseCases(
            Transactions transactions,
            Offers offers,
            Stock stock,
            Sellers sellers,
            ListingStore listings,
            OfferFeed feed,
            ReviewTerms terms,
            Clock clock) {
        this.transactions = transactions;
        this.offers = offers;
        this.stock = stock;
        this.sellers = sellers;
        this.listings = listings;
        this.feed = feed;
        this.gate = new PriceGate(listings.priceReviews(), new RulesInForce(listings.ruleSets()), terms);
        this.clock = clock;
    }

    public BrowseOffers browseOffers() {
        return new BrowseOffersService(offers, clock);
    }

    public FollowOffers followOffers() {
        return new FollowOffersService(feed);
    }

    public ManageOffers manageOffers() {
        return new ManageOffersService(transactions, offers, sellers, listings.listings(), gate, clock);
    }

    public UpdateOffers updateOffers() {
        return new UpdateOffersService(transactions, offers, stock, gate, clock);
    }

    public ReviewPrices reviewPrices() {
        return new ReviewPricesService(transactions, listings.priceReviews(), offers);
    }
}
