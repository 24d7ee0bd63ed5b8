package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.ListingDecision;
import io.ordercore.domain.catalog.listing.ListingRefusal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Stores what became of a listing, and what follows: offers in step, the reviewers' queue right, whoever listens told. */
final class ListingChanges {
    private final Listings listings;
    private final ReviewQueue queue;
    private final Shelf shelf;
    private final ReviewTerms terms;
    private final Consumer<ListingChanged> told;

    ListingChanges(
            Listings listings, ReviewQueue queue, Shelf shelf, ReviewTerms terms, Consumer<ListingChanged> told) {
        this.listings = listings;
        this.queue = queue;
        this.shelf = shelf;
        this.terms = terms;
        this.told = told;
    }

    /** Stores the listing if the decision changed it; in the running transaction. */
    ListingDecision store(Listing before, ListingDecision decision, Instant now) {
        return decision.decide(new ListingDecision.Cases<>() {
            @Override
            public ListingDecision changed(Listing listing) {
                Listing stored = new Listing(
                        listing.id(), listing.merchant(), listing.live(), listing.open(), before.version() + 1);
                listings.save(List.of(stored));
                shelf.follow(before, stored);
                enqueue(before, stored, now);
                told.accept(new ListingChanged(before, stored, now));
                return new ListingDecision.Changed(stored);
            }

            @Override
            public ListingDecision refused(ListingRefusal reason) {
                return decision;
            }
        });
    }

    private void enqueue(Listing before, Listing after, Instant now) {
        if (after.isUnderReview() && !before.isUnderReview()) {
            queue.put(List.of(terms.taskFor(after, now)));
        } else if (!after.isUnderReview() && before.isUnderReview()) {
            queue.remove(after.id());
        } else if (after.isUnderReview()) {
            queue.find(after.id()).ifPresent(task -> queue.put(List.of(terms.unclaimed(task))));
        }
    }
}
