package io.ordercore.application.catalog.listing;

import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.Revision;
import io.ordercore.domain.catalog.review.Finding;
import io.ordercore.domain.catalog.review.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How fast reviewers are to be.
 *
 * @param target within which a revision of no special risk is decided
 * @param perFinding by how much each finding that calls for a reviewer brings the target forward, down to a quarter of it
 * @param claimFor how long a claim holds
 */
public record ReviewTerms(Duration target, Duration perFinding, Duration claimFor) {
    /** A day, two hours less for each finding; claims hold 30 minutes. */
    public static final ReviewTerms STANDARD =
            new ReviewTerms(Duration.ofHours(24), Duration.ofHours(2), Duration.ofMinutes(30));

    public ReviewTerms {
        if (target.isNegative() || target.isZero() || perFinding.isNegative() || claimFor.isNegative()) {
            throw new IllegalArgumentException("periods are above zero");
        }
    }

    /** Within which what is most urgent is decided, as a price that jumps is. */
    public Duration shortest() {
        return target.dividedBy(4);
    }

    ReviewQueue.Task taskFor(Listing listing, Instant submitted) {
        Revision open = Objects.requireNonNull(listing.open());
        return new ReviewQueue.Task(
                listing.id(), listing.merchant(), open.number(), submitted, submitted.plus(within(open)), null, null);
    }

    ReviewQueue.Task unclaimed(ReviewQueue.Task task) {
        return new ReviewQueue.Task(
                task.listing(), task.merchant(), task.revision(), task.submitted(), task.due(), null, null);
    }

    private Duration within(Revision revision) {
        long grave = revision.reviewed() == null
                ? 0
                : revision.reviewed().review().findings().stream()
                        .map(Finding::severity)
                        .filter(severity -> severity == Severity.REVIEW)
                        .count();
        Duration shortened = target.minus(perFinding.multipliedBy(grave));
        Duration shortest = shortest();
        return shortened.compareTo(shortest) < 0 ? shortest : shortened;
    }
}
