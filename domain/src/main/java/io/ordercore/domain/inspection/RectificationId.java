package io.ordercore.domain.inspection;

/** Which case: the inspection, and the number of its entry that opened it. */
public record RectificationId(InspectionId inspection, int entry) {
    /** The inspection's id; the entry's number follows where it was a correction that opened the case. */
    @Override
    public String toString() {
        return entry == 1 ? inspection.toString() : inspection + "-" + entry;
    }
}
