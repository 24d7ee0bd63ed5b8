package io.ordercore.application.inspection;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;

/** What is known of the merchants whose goods are inspected; their credit answers it. */
@FunctionalInterface
public interface Suppliers {
    /** Nobody is known: everybody is new, nobody's inspection is reduced. */
    Suppliers UNKNOWN = (merchant, sku) -> new Standing("other", true, false, false, 0, false, false);

    Standing of(MerchantId merchant, Sku sku);

    /**
     * How a merchant stands when one of its products is inspected.
     *
     * @param category of the product
     * @param newMerchant too few mature orders to tell
     * @param trusted its credit earned it fewer inspections
     * @param doubtful its credit fell below the line
     * @param complaintsPerTenThousand orders in ten thousand that ended badly by its fault
     * @param reducedApproved whether the platform approves of reduced inspection
     * @param tightened whether a sanction tightens every inspection
     */
    record Standing(
            String category,
            boolean newMerchant,
            boolean trusted,
            boolean doubtful,
            int complaintsPerTenThousand,
            boolean reducedApproved,
            boolean tightened) {}
}
