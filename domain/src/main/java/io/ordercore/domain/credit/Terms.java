package io.ordercore.domain.credit;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms a merchant trades on now: its tier's perks, less what sanctions take away. This is what the other capabilities ask.
 *
 * @param exposure what a listing's rank is multiplied by, in thousandths
 * @param ordersPerDay the most new orders in 24 hours; null without a cap, 0 when frozen
 * @param settlementDays days from receipt until the merchant is paid; meaningless while the payout is held
 * @param depositPerMille of the last month's turnover
 */
public record Terms(
        int exposure,
        @Nullable Integer ordersPerDay,
        int settlementDays,
        int depositPerMille,
        boolean campaigns,
        boolean reducedInspection,
        boolean tightenedInspection,
        boolean newListings,
        boolean payoutHeld) {
    /** While a merchant's orders are capped. */
    public static final int CAPPED_ORDERS_PER_DAY = 20;

    private static final int LEAST_EXPOSURE = 100;

    /** The terms of a tier under the sanctions in force at an instant. */
    public static Terms of(CreditTier tier, Collection<Sanction> sanctions, Instant now) {
        Set<MeasureKind> inForce = EnumSet.noneOf(MeasureKind.class);
        sanctions.stream()
                .filter(sanction -> sanction.isInForce(now))
                .forEach(sanction -> inForce.add(sanction.kind()));
        boolean frozen = inForce.contains(MeasureKind.FREEZE);
        boolean demoted = inForce.contains(MeasureKind.DEMOTION);
        boolean tightened = inForce.contains(MeasureKind.TIGHTENED_INSPECTION) || frozen;
        return new Terms(
                frozen ? 0 : demoted ? Math.max(LEAST_EXPOSURE, tier.exposure() / 2) : tier.exposure(),
                frozen ? Integer.valueOf(0) : inForce.contains(MeasureKind.ORDER_CAP) ? CAPPED_ORDERS_PER_DAY : null,
                tier.settlementDays(),
                inForce.contains(MeasureKind.RAISED_DEPOSIT) ? tier.depositPerMille() * 2 : tier.depositPerMille(),
                tier.admitsToCampaigns() && !inForce.contains(MeasureKind.CAMPAIGN_BAN) && !frozen,
                tier.approvesReducedInspection() && !tightened,
                tightened,
                !inForce.contains(MeasureKind.LISTING_BLOCK) && !frozen,
                inForce.contains(MeasureKind.PAYOUT_HOLD));
    }
}
