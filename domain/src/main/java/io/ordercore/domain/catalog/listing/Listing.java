package io.ordercore.domain.catalog.listing;

import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.listing.ListingDecision.Changed;
import io.ordercore.domain.catalog.listing.ListingDecision.Refused;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one merchant lists, through all its revisions.
 *
 * @param live what buyers see: PUBLISHED, SUSPENDED or, for good, RETIRED; null before the first publication
 * @param open what is being written or reviewed, or was refused last; null where there is nothing
 * @param version rises by one with every change; 1 when first drafted
 */
public record Listing(
        ListingId id,
        MerchantId merchant,
        @Nullable Revision live,
        @Nullable Revision open,
        long version) {

    /** A listing nobody has submitted yet. */
    public static Listing draft(ListingId id, MerchantId merchant, ListingContent content, Instant now) {
        return new Listing(id, merchant, null, Revision.draft(1, content, null, now), 1);
    }

    /** Says something else: in the open revision while it is editable, in a new one otherwise. */
    public ListingDecision revise(ListingContent content, Instant now) {
        if (isUnderReview()) {
            return new Refused(ListingRefusal.UNDER_REVIEW);
        }
        if (live != null && live.status() == RevisionStatus.RETIRED) {
            return new Refused(ListingRefusal.NOT_LIVE);
        }
        if (open != null && open.status().isEditable()) {
            return changed(live, open.saying(content));
        }
        Revision last = open != null ? open : live;
        Reviewed earlier = last == null ? null : last.reviewed();
        return changed(live, Revision.draft(last == null ? 1 : last.number() + 1, content, earlier, now));
    }

    /** Hands the open revision to the review. */
    public ListingDecision submit(Instant now) {
        if (isUnderReview()) {
            return new Refused(ListingRefusal.UNDER_REVIEW);
        }
        if (open == null || !open.status().isEditable()) {
            return new Refused(ListingRefusal.NOTHING_TO_SUBMIT);
        }
        return changed(live, open.ruled(null).becoming(RevisionStatus.SUBMITTED, now));
    }

    /** The same listing, its open revision's pictures measured. */
    public Listing withPictures(List<Picture> measured) {
        return open == null
                ? this
                : new Listing(id, merchant, live, open.saying(open.content().withPictures(measured)), version);
    }

    /** Takes the automatic review's result: published, refused, or left to the reviewers. */
    public ListingDecision reviewed(Reviewed result, Instant now) {
        if (open == null || !isUnderReview()) {
            return new Refused(ListingRefusal.NOT_UNDER_REVIEW);
        }
        Revision looked = open.with(result);
        return switch (result.review().verdict()) {
            case PASS -> publish(looked, now);
            case REVIEW -> changed(live, looked);
            case REJECT -> changed(live, looked.becoming(RevisionStatus.REJECTED, now));
        };
    }

    /** A reviewer approves; with the approvals needed the revision goes live and the one before retires. */
    public ListingDecision approve(String reviewer, int approvalsNeeded, Instant now) {
        if (open == null || !isUnderReview()) {
            return new Refused(ListingRefusal.NOT_UNDER_REVIEW);
        }
        if (reviewer.equals(merchant.value())) {
            return new Refused(ListingRefusal.OWN_GOODS);
        }
        if (open.approvedBy().contains(reviewer)) {
            return new Refused(ListingRefusal.ALREADY_APPROVED_BY_YOU);
        }
        Revision approved = open.approvedAlsoBy(reviewer);
        return approved.approvedBy().size() < approvalsNeeded ? changed(live, approved) : publish(approved, now);
    }

    /** A reviewer asks for changes. */
    public ListingDecision requestChanges(String reviewer, Ruling ruling, Instant now) {
        return rule(reviewer, ruling, RevisionStatus.CHANGES_REQUESTED, now);
    }

    /** A reviewer refuses the revision for good. */
    public ListingDecision reject(String reviewer, Ruling ruling, Instant now) {
        return rule(reviewer, ruling, RevisionStatus.REJECTED, now);
    }

    /** Takes the live revision off sale at once. */
    public ListingDecision suspend(Instant now) {
        return live == null || live.status() != RevisionStatus.PUBLISHED
                ? new Refused(ListingRefusal.NOT_LIVE)
                : changed(live.becoming(RevisionStatus.SUSPENDED, now), open);
    }

    /** Puts a suspended revision on sale again. */
    public ListingDecision reinstate(Instant now) {
        return live == null || live.status() != RevisionStatus.SUSPENDED
                ? new Refused(ListingRefusal.NOT_SUSPENDED)
                : changed(live.becoming(RevisionStatus.PUBLISHED, now), open);
    }

    /** Ends the listing. */
    public ListingDecision retire(Instant now) {
        return live == null || live.status() == RevisionStatus.RETIRED
                ? new Refused(ListingRefusal.NOT_LIVE)
                : changed(live.becoming(RevisionStatus.RETIRED, now), null);
    }

    public boolean isUnderReview() {
        return open != null && open.status() == RevisionStatus.SUBMITTED;
    }

    /** Whether buyers can order what it lists. */
    public boolean isOnSale() {
        return live != null && live.status() == RevisionStatus.PUBLISHED;
    }

    private ListingDecision rule(String reviewer, Ruling ruling, RevisionStatus next, Instant now) {
        if (open == null || !isUnderReview()) {
            return new Refused(ListingRefusal.NOT_UNDER_REVIEW);
        }
        if (reviewer.equals(merchant.value())) {
            return new Refused(ListingRefusal.OWN_GOODS);
        }
        return changed(live, open.ruled(ruling).becoming(next, now));
    }

    private ListingDecision publish(Revision approved, Instant now) {
        if (live != null && live.status() == RevisionStatus.SUSPENDED) {
            return new Refused(ListingRefusal.LISTING_SUSPENDED);
        }
        return changed(approved.becoming(RevisionStatus.PUBLISHED, now), null);
    }

    private ListingDecision changed(@Nullable Revision nowLive, @Nullable Revision nowOpen) {
        return new Changed(new Listing(id, merchant, nowLive, nowOpen, version + 1));
    }
}
