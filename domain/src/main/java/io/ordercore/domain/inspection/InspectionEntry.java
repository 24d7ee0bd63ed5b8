package io.ordercore.domain.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an agency said of a lot, as it was taken. Never changed: a wrong one is corrected by the next.
 *
 * @param number 1 for the report; a correction's is one more than that of the entry it corrects
 * @param reason why it was corrected; null for the report
 * @param takenAt when the platform took it; not before the entry it corrects
 */
public record InspectionEntry(
        int number, InspectionReport report, @Nullable String reason, Instant takenAt) {
    public InspectionEntry {
        if (number < 1 || (number == 1) != (reason == null)) {
            throw new IllegalArgumentException("a report is number 1 and has no reason, a correction has one");
        }
    }

    /** The number of the entry this one corrects; null for the report. */
    public @Nullable Integer corrects() {
        return number == 1 ? null : number - 1;
    }
}
