package io.ordercore.domain.inspection;

/** Where a merchant's product stands in the switching scheme. */
public enum InspectionState {
    NORMAL,
    TIGHTENED,
    REDUCED,
    /** Nothing is accepted until the cause is corrected and somebody entitled says so; then tightened again. */
    DISCONTINUED;

    /** The master table in force. Re-inspection after {@link #DISCONTINUED} is tightened. */
    public Severity severity() {
        return switch (this) {
            case NORMAL -> Severity.NORMAL;
            case TIGHTENED, DISCONTINUED -> Severity.TIGHTENED;
            case REDUCED -> Severity.REDUCED;
        };
    }
}
