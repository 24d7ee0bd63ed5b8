package io.ordercore.domain.inspection;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;

/**
 * Units of one product of one merchant that are judged together, for example one receipt in a warehouse.
 *
 * @param original false for a lot submitted again after its predecessor was not accepted
 */
public record Lot(MerchantId merchant, Sku sku, String category, int size, boolean original) {
    /** Units of the largest lot. */
    public static final int LARGEST = 10_000_000;

    public Lot {
        if (size < 2 || size > LARGEST) {
            throw new IllegalArgumentException("a lot has 2 to " + LARGEST + " units");
        }
    }
}
