package io.ordercore.domain.catalog.review;

/** How much a finding weighs, lightest first. */
public enum Severity {
    /** Told to the merchant, holds nothing up. */
    NOTE,
    /** A reviewer looks. */
    REVIEW,
    /** Goes back to the merchant without a reviewer's time. */
    REJECT
}
