package io.ordercore.application.catalog.listing;

import io.ordercore.application.Transactions;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.ListingDecision;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.catalog.listing.Ruling;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class DecideReviewsService implements DecideReviews {
    private final Transactions transactions;
    private final ReviewQueue queue;
    private final ListingAccess access;
    private final ListingChanges changes;
    private final ListingReviewer reviewers;
    private final ReviewTerms terms;
    private final Clock clock;

    DecideReviewsService(
            Transactions transactions,
            ListingStore store,
            ListingChanges changes,
            ListingReviewer reviewers,
            ReviewTerms terms,
            Clock clock) {
        this.transactions = transactions;
        this.queue = store.reviewQueue();
        this.access = new ListingAccess(store.listings());
        this.changes = changes;
        this.reviewers = reviewers;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public List<ReviewQueue.Task> queue(int limit) {
        return queue.list(limit);
    }

    @Override
    public Optional<ReviewQueue.Task> claim(@Nullable ListingId listing, String reviewer) {
        Instant now = clock.instant();
        return transactions.run(() -> queue.claim(listing, reviewer, now, now.plus(terms.claimFor())));
    }

    @Override
    public void release(ListingId listing, String reviewer) {
        transactions.run(() -> queue.release(listing, reviewer));
    }

    @Override
    public Outcome approve(ListingId listing, String reviewer) {
        Instant now = clock.instant();
        return decide(listing, reviewer, now, found -> found.approve(reviewer, approvalsNeeded(found), now));
    }

    @Override
    public Outcome requestChanges(ListingId listing, String reviewer, Ruling ruling) {
        Instant now = clock.instant();
        return decide(listing, reviewer, now, found -> found.requestChanges(reviewer, ruling, now));
    }

    @Override
    public Outcome reject(ListingId listing, String reviewer, Ruling ruling) {
        Instant now = clock.instant();
        return decide(listing, reviewer, now, found -> found.reject(reviewer, ruling, now));
    }

    private Outcome decide(ListingId id, String reviewer, Instant now, Function<Listing, ListingDecision> decision) {
        return transactions.run(() -> {
            Listing listing = access.any(id);
            return holdsClaim(id, reviewer, now)
                    ? new Decided(changes.store(listing, decision.apply(listing), now))
                    : new NotClaimed();
        });
    }

    private boolean holdsClaim(ListingId listing, String reviewer, Instant now) {
        return queue.find(listing)
                .filter(task -> reviewer.equals(task.claimedBy())
                        && task.claimedUntil() != null
                        && task.claimedUntil().isAfter(now))
                .isPresent();
    }

    private int approvalsNeeded(Listing listing) {
        Revision open = listing.open();
        return open == null ? 1 : reviewers.approvalsNeeded(open);
    }
}
