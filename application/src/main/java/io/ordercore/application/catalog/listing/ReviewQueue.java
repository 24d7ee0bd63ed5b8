package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Revisions that wait for a reviewer, the one due first in front. */
public interface ReviewQueue {
    /**
     * One revision that waits.
     *
     * @param due until when somebody should have decided; risk makes it earlier
     * @param claimedBy who is at it; null for nobody
     * @param claimedUntil when the claim lapses; null for no claim
     */
    record Task(
            ListingId listing,
            MerchantId merchant,
            int revision,
            Instant submitted,
            Instant due,
            @Nullable String claimedBy,
            @Nullable Instant claimedUntil) {
        /** Whether somebody else is at it. */
        public boolean isTakenFrom(String reviewer, Instant now) {
            return claimedBy != null
                    && claimedUntil != null
                    && !claimedBy.equals(reviewer)
                    && claimedUntil.isAfter(now);
        }
    }

    /** Puts tasks in; one of the same listing is replaced. */
    void put(List<Task> tasks);

    /** Takes the task of a listing out, if there is one. */
    void remove(ListingId listing);

    Optional<Task> find(ListingId listing);

    /**
     * Gives a task to a reviewer until an instant, unless somebody else's claim holds. Two reviewers at once: one gets it.
     *
     * @param listing null for the first task nobody has claimed and that is not the reviewer's own goods
     */
    Optional<Task> claim(@Nullable ListingId listing, String reviewer, Instant now, Instant until);

    /** Gives a claim up. */
    void release(ListingId listing, String reviewer);

    /** Tasks by when they are due. */
    List<Task> list(int limit);

    /** How many wait. */
    long size();

    /** Those overdue at an instant, each given out once. */
    List<Task> takeOverdue(Instant now, int limit);

    /** How much waits at an instant. */
    WatchReviews.Backlog backlog(Instant now);
}
