package io.ordercore.domain.credit;

/** Why a score is what it is. Codes are stable; the texts for them come from resource bundles. */
public enum ReasonCode {
    M01_DEFECT,
    M02_CANCELLATION,
    M03_HAND_OVER_LATE,
    M04_TRACKING,
    M05_RESPONSE,
    M06_INSPECTION,
    M07_POLICY_POINTS,
    M08_THIN_FILE,
    M09_INTEGRITY;

    static ReasonCode of(Indicator indicator) {
        return switch (indicator) {
            case DEFECT -> M01_DEFECT;
            case CANCELLATION -> M02_CANCELLATION;
            case HAND_OVER_LATE -> M03_HAND_OVER_LATE;
            case TRACKING_INVALID -> M04_TRACKING;
            case RESPONSE_LATE -> M05_RESPONSE;
            case INSPECTION_NOT_ACCEPTED -> M06_INSPECTION;
            case POLICY_POINTS -> M07_POLICY_POINTS;
            case INTEGRITY -> M09_INTEGRITY;
        };
    }

    /** {@code M01} to {@code M09}. */
    public String code() {
        return name().substring(0, 3);
    }
}
