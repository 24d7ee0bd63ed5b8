package io.ordercore.domain.order;

import io.ordercore.domain.catalog.Offer;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether a SKU can be ordered now.
 *
 * @param available units in stock that are promised to nobody
 * @param ordersLeft how many new orders its merchant may still take today; null without a cap
 */
public record SkuFacts(
        Offer offer, long available, @Nullable Integer ordersLeft) {
    /** Of a merchant without a cap. */
    public SkuFacts(Offer offer, long available) {
        this(offer, available, null);
    }

    /** What is left after units of this SKU went into an order. */
    public SkuFacts without(long units) {
        return new SkuFacts(offer, available - units, ordersLeft);
    }

    /** What is left after its merchant took an order. */
    public SkuFacts afterAnOrder() {
        return ordersLeft == null ? this : new SkuFacts(offer, available, ordersLeft - 1);
    }

    boolean takesNoMoreOrders() {
        return ordersLeft != null && ordersLeft < 1;
    }
}
