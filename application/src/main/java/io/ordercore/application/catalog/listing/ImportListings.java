package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.review.Review;
import io.ordercore.domain.catalog.review.ReviewSubject;
import io.ordercore.domain.party.MerchantId;
import java.util.List;

/**
 * Takes a merchant's whole assortment in: every row is drafted, submitted and reviewed like a listing of its own. What goods
 * usually cost and which words are familiar is learnt from what is live and from the rows together; a row is a duplicate of
 * what is live or of a row before it.
 */
public interface ImportListings {
    /** One row; the caller has read it and knows that it can be content. */
    record Row(ListingId listing, ListingContent content) {}

    /** Told of every row as it is stored, for reports and progress. */
    interface Witness {
        void imported(Row row, ReviewSubject subject, Review review);

        /** Nothing was stored of this row: the reason in a few words. */
        void refused(Row row, String reason);
    }

    /** Imports rows, up to a million; rows are stored in batches, each batch wholly or not at all. */
    void run(MerchantId merchant, List<Row> rows, Witness witness);
}
