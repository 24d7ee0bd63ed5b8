package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.review.ReviewFacts;
import io.ordercore.domain.party.MerchantId;
import java.util.List;

/**
 * What is live, indexed for the review: who shares a duplicate key, what goods usually cost, which words titles use. Works over
 * millions of listings without looking at all of them.
 */
public interface LiveListings {
    /** Content of a listing, live or to be reviewed. */
    record Entry(ListingId listing, MerchantId merchant, ListingContent content) {}

    /** The facts for the review of each, in their order. A listing is never its own neighbour. */
    List<ReviewFacts> factsFor(List<Entry> candidates);

    /** Takes listings in that have just gone live. */
    void add(List<Entry> published);

    /** Takes listings out; each with the content it was added with. */
    void remove(List<Entry> withdrawn);
}
