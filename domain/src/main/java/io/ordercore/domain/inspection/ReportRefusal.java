package io.ordercore.domain.inspection;

/** Why an agency's report is not taken. */
public enum ReportRefusal {
    ALREADY_REPORTED,
    /** The inspection was ordered from another agency. */
    ANOTHER_AGENCY,
    SIGNATURE_INVALID,
    /** More defective units than were taken. */
    MORE_THAN_TAKEN,
    /** Inspected before it was ordered. */
    TOO_EARLY
}
