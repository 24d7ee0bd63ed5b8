package io.ordercore.application.inspection;

import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.party.MerchantId;

/** Told of every lot that was judged, in the transaction of the report. */
@FunctionalInterface
public interface InspectionListener {
    /** Nobody. */
    InspectionListener NONE = (inspection, discontinued) -> {};

    /**
     * An agency's report was taken, or its correction: then the inspection has more than one entry.
     *
     * @param discontinued whether the inspection of some product of the merchant is discontinued now
     */
    void judged(Inspection inspection, boolean discontinued);

    /** What was done about a discontinued product was approved: as for {@link #judged}. */
    default void resumed(MerchantId merchant, boolean discontinued) {}

    /** A case was opened that should not have been: what it rested on was corrected. */
    default void withdrawn(Rectification rectification) {}

    /** A merchant let the time to rectify pass. */
    default void overdue(Rectification rectification) {}
}
