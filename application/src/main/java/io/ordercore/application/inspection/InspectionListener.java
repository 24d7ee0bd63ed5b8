package io.ordercore.application.inspection;

import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.Rectification;

/** Told of every lot that was judged, in the transaction of the report. */
@FunctionalInterface
public interface InspectionListener {
    /** Nobody. */
    InspectionListener NONE = (inspection, discontinued) -> {};

    /**
     * An agency's report was taken.
     *
     * @param discontinued whether the inspection of some product of the merchant is discontinued now
     */
    void judged(Inspection inspection, boolean discontinued);

    /** A merchant let the time to rectify pass. */
    default void overdue(Rectification rectification) {}
}
