package io.ordercore.domain.catalog.listing;

/** Where a revision stands, and where it may go: the one table of legal moves. */
public enum RevisionStatus {
    DRAFT,
    SUBMITTED,
    CHANGES_REQUESTED,
    REJECTED,
    PUBLISHED,
    SUSPENDED,
    RETIRED;

    public boolean mayBecome(RevisionStatus next) {
        return switch (this) {
            case DRAFT, CHANGES_REQUESTED -> next == SUBMITTED;
            case SUBMITTED -> next == CHANGES_REQUESTED || next == REJECTED || next == PUBLISHED;
            case PUBLISHED -> next == SUSPENDED || next == RETIRED;
            case SUSPENDED -> next == PUBLISHED || next == RETIRED;
            case REJECTED, RETIRED -> false;
        };
    }

    /** Whether the merchant may still change what it says. */
    public boolean isEditable() {
        return switch (this) {
            case DRAFT, CHANGES_REQUESTED -> true;
            case SUBMITTED, REJECTED, PUBLISHED, SUSPENDED, RETIRED -> false;
        };
    }
}
