package io.ordercore.domain.catalog;

import io.ordercore.domain.party.MerchantId;
import org.jspecify.annotations.Nullable;

/**
 * What the platform lets a merchant do in the shop window now. The merchant's credit decides it; catalogue and intake obey.
 *
 * @param exposure how often its offers are shown against a usual merchant's, in thousandths; 0 hides them
 * @param ordersPerDay the most new orders within any 24 hours; null without a cap, 0 takes none
 * @param newListings false while nothing new may be put on sale
 * @param campaigns whether its offers may be shown in campaigns
 */
public record SellingTerms(
        MerchantId merchant, int exposure, @Nullable Integer ordersPerDay, boolean newListings, boolean campaigns) {
    /** A merchant nothing is known of: shown a little less, free otherwise. */
    private static final int OF_A_NEWCOMER = 800;

    public SellingTerms {
        if (exposure < 0 || (ordersPerDay != null && ordersPerDay < 0)) {
            throw new IllegalArgumentException("exposure and orders per day are not negative");
        }
    }

    public static SellingTerms newcomer(MerchantId merchant) {
        return new SellingTerms(merchant, OF_A_NEWCOMER, null, true, true);
    }
}
