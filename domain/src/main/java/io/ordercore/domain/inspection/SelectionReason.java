package io.ordercore.domain.inspection;

/** Why a lot has the chance it has of being inspected; the first that applies, in this order. */
public enum SelectionReason {
    UNDER_RECTIFICATION(10_000),
    NEW_MERCHANT(10_000),
    MANY_COMPLAINTS(10_000),
    DOUBTFUL_MERCHANT(5_000),
    STRICT_CATEGORY(4_000),
    TRUSTED_MERCHANT(500),
    ROUTINE(2_000);

    private static final int MANY = 100;

    private final int chance;

    SelectionReason(int chance) {
        this.chance = chance;
    }

    /** In ten-thousandths: 10,000 is every lot. */
    public int chance() {
        return chance;
    }

    public static SelectionReason of(LotRisk risk, InspectionPolicy policy) {
        for (SelectionReason reason : values()) {
            if (reason.appliesTo(risk, policy)) {
                return reason;
            }
        }
        return ROUTINE;
    }

    private boolean appliesTo(LotRisk risk, InspectionPolicy policy) {
        return switch (this) {
            case UNDER_RECTIFICATION -> risk.underRectification();
            case NEW_MERCHANT -> risk.newMerchant();
            case MANY_COMPLAINTS -> risk.complaintsPerTenThousand() >= MANY;
            case DOUBTFUL_MERCHANT -> risk.doubtful();
            case STRICT_CATEGORY -> policy.strictCategories().contains(risk.category());
            case TRUSTED_MERCHANT -> risk.trusted();
            case ROUTINE -> true;
        };
    }
}
