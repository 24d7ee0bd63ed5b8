package io.ordercore.domain.inspection;

/** Why an agency's report, or its correction, is not taken. */
public enum ReportRefusal {
    ALREADY_REPORTED,
    /** There is no report to correct. */
    NOT_REPORTED,
    /** It corrects an entry that was corrected already, or that there is not. */
    NOT_THE_LATEST,
    /** The inspection was ordered from another agency. */
    ANOTHER_AGENCY,
    SIGNATURE_INVALID,
    /** More defective units than were taken. */
    MORE_THAN_TAKEN,
    /** Inspected before it was ordered. */
    TOO_EARLY
}
