package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.ListingDecision;
import io.ordercore.domain.catalog.listing.Reviewed;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.catalog.review.AutomaticReview;
import io.ordercore.domain.catalog.review.Review;
import io.ordercore.domain.catalog.review.ReviewFacts;
import io.ordercore.domain.catalog.review.ReviewSubject;
import java.time.Instant;

/** Runs the automatic review on a submitted listing, sparing what did not change since the last time. */
final class ListingReviewer {
    private final RulesInForce rules;

    ListingReviewer(RulesInForce rules) {
        this.rules = rules;
    }

    ListingDecision review(Listing listing, ReviewFacts facts, Instant now) {
        Revision open = listing.open();
        if (open == null) {
            return listing.submit(now);
        }
        ReviewSubject subject = new ReviewSubject(open.content(), facts);
        return listing.reviewed(new Reviewed(subject, review(subject, open)), now);
    }

    private Review review(ReviewSubject subject, Revision open) {
        AutomaticReview automatic = rules.current();
        Reviewed earlier = open.reviewed();
        return earlier == null
                ? automatic.review(subject)
                : automatic.review(subject, earlier.subject(), earlier.review());
    }

    int approvalsNeeded(Revision revision) {
        return rules.current().rules().needsSecondReviewer(revision.content().category()) ? 2 : 1;
    }
}
