package io.ordercore.domain.catalog.listing;

/** Why something cannot be done with a listing now. */
public enum ListingRefusal {
    /** The id names a listing already, of whatever merchant: ids are unique on the platform. */
    ID_TAKEN,
    /** No draft, or one that is not editable. */
    NOTHING_TO_SUBMIT,
    /** The open revision is with the reviewers; it cannot be changed meanwhile. */
    UNDER_REVIEW,
    NOT_UNDER_REVIEW,
    /** A reviewer does not review goods of its own. */
    OWN_GOODS,
    /** The second approval is another reviewer's. */
    ALREADY_APPROVED_BY_YOU,
    /** The live revision is suspended: it must be reinstated or retired first. */
    LISTING_SUSPENDED,
    NOT_LIVE,
    NOT_SUSPENDED
}
