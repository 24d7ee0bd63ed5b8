package io.ordercore.domain.credit;

/** What went wrong with an order, as established: by a claim's finding, a cancellation's reason, tracking, or a rating. */
public enum Problem {
    CANCELLED_BY_MERCHANT,
    OUT_OF_STOCK,
    CANCELLED_BY_BUYER,
    CANCELLED_BY_PLATFORM,
    DEFECTIVE,
    NOT_AS_DESCRIBED,
    WRONG_ITEM,
    INCOMPLETE,
    LOST_IN_TRANSIT,
    DAMAGED_IN_TRANSIT,
    DELIVERED_LATE,
    REFUSED_BY_BUYER,
    WRONG_ADDRESS,
    /** One or two stars of five. */
    LOW_RATING
}
