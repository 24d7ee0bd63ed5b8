package io.ordercore.application.catalog.listing;

import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the reviewers' desk to its target: whatever waits longer is told, once. */
public interface WatchReviews {
    /**
     * Tells what became overdue: its merchant by a notice, and whoever listens. To be called every few seconds.
     *
     * @return what was told now
     */
    List<Overdue> watch(int limit);

    /** How much waits now. */
    Backlog backlog();

    /** A revision or a price that nobody decided in time. */
    record Overdue(Kind kind, String subject, MerchantId merchant, Instant submitted, Instant due) {
        /** What waits. The names are stable. */
        public enum Kind {
            LISTING,
            PRICE
        }
    }

    /**
     * What waits for reviewers.
     *
     * @param overdue how many of those that wait are past their due instant
     * @param oldest when the one that waits longest was submitted; null where nothing waits
     */
    record Backlog(long waiting, long overdue, @Nullable Instant oldest) {
        Backlog plus(Backlog other) {
            Instant first =
                    oldest == null || (other.oldest != null && other.oldest.isBefore(oldest)) ? other.oldest : oldest;
            return new Backlog(waiting + other.waiting, overdue + other.overdue, first);
        }
    }
}
