package io.ordercore.application.catalog.listing;

import io.ordercore.application.Ids;
import io.ordercore.application.Transactions;
import io.ordercore.application.catalog.Offers;
import io.ordercore.application.notice.Notices;
import io.ordercore.application.stock.Stock;
import java.time.Clock;
import java.util.function.Consumer;

/** The door to listings: what can be asked of them, made from the ports it takes. */
public final class ListingUseCases {
    private final Transactions transactions;
    private final ListingStore store;
    private final RulesInForce rules;
    private final ListingReviewer reviewer;
    private final Shelf shelf;
    private final ListingChanges changes;
    private final ReviewTerms terms;
    private final PictureProbe probe;
    private final Clock clock;

    /** @param told of every change, in the transaction that stores it */
    public ListingUseCases(
            Transactions transactions,
            ListingStore store,
            Offers offers,
            Stock stock,
            PictureProbe probe,
            ReviewTerms terms,
            Consumer<ListingChanged> told,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.rules = new RulesInForce(store.ruleSets());
        this.reviewer = new ListingReviewer(rules);
        this.shelf = new Shelf(offers, stock, store.liveListings(), store.priceReviews());
        this.terms = terms;
        this.changes = new ListingChanges(store.listings(), store.reviewQueue(), shelf, terms, told);
        this.probe = probe;
        this.clock = clock;
    }

    public WriteListings writeListings() {
        return new WriteListingsService(transactions, store, changes, reviewer, shelf, probe, clock);
    }

    public FindListings findListings() {
        return new FindListingsService(store.listings());
    }

    public DecideReviews decideReviews() {
        return new DecideReviewsService(transactions, store, changes, reviewer, terms, clock);
    }

    public SuspendListings suspendListings() {
        return new SuspendListingsService(transactions, store.listings(), changes, clock);
    }

    public ManageRules manageRules() {
        return new ManageRulesService(transactions, store, rules);
    }

    /**
     * Holds the reviewers' desk to its target.
     *
     * @param told of what became overdue, in the transaction that marks it
     */
    public WatchReviews watchReviews(Notices notices, Consumer<WatchReviews.Overdue> told, Ids ids) {
        return new WatchReviewsService(transactions, store, notices, told, ids, clock);
    }

    public AdoptGoods adoptGoods() {
        return new AdoptGoodsService(transactions, store.listings(), shelf, clock);
    }

    public ImportListings importListings() {
        return new ImportListingsService(transactions, store, reviewer, shelf, terms, clock);
    }
}
