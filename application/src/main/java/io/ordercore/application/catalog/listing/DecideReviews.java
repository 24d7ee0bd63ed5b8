package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.listing.ListingDecision;
import io.ordercore.domain.catalog.listing.Ruling;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reviewers' desk. */
public interface DecideReviews {
    /** What waits, the one due first in front. */
    List<ReviewQueue.Task> queue(int limit);

    /**
     * Takes a task, or the first one free that is not the reviewer's own goods. The claim lapses by itself.
     *
     * @param listing null for the first one free
     * @return empty when there is nothing to take, or somebody else is at it
     */
    Optional<ReviewQueue.Task> claim(@Nullable ListingId listing, String reviewer);

    /** Puts a task back. */
    void release(ListingId listing, String reviewer);

    /**
     * Approves the revision under review.
     *
     * @throws UnknownListingException if there is no such listing
     */
    Outcome approve(ListingId listing, String reviewer);

    /**
     * Sends the revision back to be changed.
     *
     * @throws UnknownListingException if there is no such listing
     */
    Outcome requestChanges(ListingId listing, String reviewer, Ruling ruling);

    /**
     * Refuses the revision for good.
     *
     * @throws UnknownListingException if there is no such listing
     */
    Outcome reject(ListingId listing, String reviewer, Ruling ruling);

    /** What became of a reviewer's decision. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R decided(ListingDecision decision);

            /** The reviewer has no claim that holds. */
            R notClaimed();
        }
    }

    /** The listing answered. */
    record Decided(ListingDecision decision) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.decided(decision);
        }
    }

    /** Claim it first. */
    record NotClaimed() implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.notClaimed();
        }
    }
}
