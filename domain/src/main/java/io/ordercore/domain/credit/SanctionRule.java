package io.ordercore.domain.credit;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sets a measure, and which it sets; each rule's measures start and end together. */
public enum SanctionRule {
    /** A rate is over its line even at the better end of its interval. */
    LINE_CROSSED(days(7), MeasureKind.NOTICE, MeasureKind.ORDER_CAP),
    TIER_C(days(28), MeasureKind.NOTICE, MeasureKind.CAMPAIGN_BAN, MeasureKind.TIGHTENED_INSPECTION),
    TIER_D(
            days(28),
            MeasureKind.NOTICE,
            MeasureKind.ORDER_CAP,
            MeasureKind.CAMPAIGN_BAN,
            MeasureKind.TIGHTENED_INSPECTION,
            MeasureKind.DEMOTION,
            MeasureKind.RAISED_DEPOSIT,
            MeasureKind.PAYOUT_HOLD),
    THREE_POINTS(days(28), MeasureKind.NOTICE, MeasureKind.CAMPAIGN_BAN),
    SIX_POINTS(days(28), MeasureKind.NOTICE, MeasureKind.CAMPAIGN_BAN, MeasureKind.ORDER_CAP),
    NINE_POINTS(days(28), MeasureKind.NOTICE, MeasureKind.CAMPAIGN_BAN, MeasureKind.ORDER_CAP, MeasureKind.DEMOTION),
    TWELVE_POINTS(
            days(28),
            MeasureKind.NOTICE,
            MeasureKind.CAMPAIGN_BAN,
            MeasureKind.ORDER_CAP,
            MeasureKind.DEMOTION,
            MeasureKind.LISTING_BLOCK),
    FIFTEEN_POINTS(days(28), MeasureKind.NOTICE, MeasureKind.FREEZE, MeasureKind.PAYOUT_HOLD),
    /** Five lots not accepted on tightened inspection; until somebody approves the correction. */
    INSPECTION_DISCONTINUED(null, MeasureKind.NOTICE, MeasureKind.FREEZE),
    /** Until a person lifts it. */
    INTEGRITY_BREACH(null, MeasureKind.NOTICE, MeasureKind.FREEZE, MeasureKind.PAYOUT_HOLD);

    private final @Nullable Duration lasts;
    private final ImmutableList<MeasureKind> measures;

    SanctionRule(@Nullable Duration lasts, MeasureKind... measures) {
        this.lasts = lasts;
        this.measures = ImmutableList.copyOf(measures);
    }

    /** Null where it lasts until lifted by a person. */
    public @Nullable Duration lasts() {
        return lasts;
    }

    public List<MeasureKind> measures() {
        return measures;
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
