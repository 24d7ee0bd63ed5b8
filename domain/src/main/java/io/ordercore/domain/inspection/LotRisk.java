package io.ordercore.domain.inspection;

/**
 * What is known about a lot before it is opened.
 *
 * @param newMerchant too few mature orders to tell
 * @param trusted the merchant's credit earned it fewer inspections
 * @param doubtful the merchant's credit fell below the line
 * @param complaintsPerTenThousand complaints about the product per ten thousand units sold in the last 90 days
 * @param underRectification the product failed before and is to be relisted
 */
public record LotRisk(
        String category,
        boolean newMerchant,
        boolean trusted,
        boolean doubtful,
        int complaintsPerTenThousand,
        boolean underRectification) {
    public LotRisk {
        if (complaintsPerTenThousand < 0) {
            throw new IllegalArgumentException("complaints are not negative");
        }
    }
}
