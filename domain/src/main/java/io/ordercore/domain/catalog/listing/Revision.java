package io.ordercore.domain.catalog.listing;

import io.ordercore.domain.catalog.ListingContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One wording of a listing.
 *
 * @param number from 1, rising
 * @param reviewed by the automatic review; null until submitted
 * @param approvedBy reviewers who approved, in order
 * @param ruling why it was sent back or refused; null where no reviewer did
 * @param since when it came to stand where it stands
 */
public record Revision(
        int number,
        RevisionStatus status,
        ListingContent content,
        @Nullable Reviewed reviewed,
        List<String> approvedBy,
        @Nullable Ruling ruling,
        Instant since) {
    public Revision {
        approvedBy = List.copyOf(approvedBy);
    }

    static Revision draft(int number, ListingContent content, @Nullable Reviewed earlier, Instant now) {
        return new Revision(number, RevisionStatus.DRAFT, content, earlier, List.of(), null, now);
    }

    Revision saying(ListingContent changed) {
        return new Revision(number, status, changed, reviewed, List.of(), ruling, since);
    }

    Revision becoming(RevisionStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("a revision does not go from " + status + " to " + next);
        }
        return new Revision(number, next, content, reviewed, approvedBy, ruling, now);
    }

    Revision with(Reviewed result) {
        return new Revision(number, status, content, result, approvedBy, ruling, since);
    }

    Revision ruled(@Nullable Ruling said) {
        return new Revision(number, status, content, reviewed, approvedBy, said, since);
    }

    Revision approvedAlsoBy(String reviewer) {
        List<String> all = new ArrayList<>(approvedBy);
        all.add(reviewer);
        return new Revision(number, status, content, reviewed, all, ruling, since);
    }
}
