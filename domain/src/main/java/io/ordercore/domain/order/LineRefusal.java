package io.ordercore.domain.order;

import io.ordercore.domain.catalog.Sku;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Why one line of a purchase cannot be placed, with the current facts.
 *
 * @param index the line's place in the request, from 0
 * @param price the current price; null where there is no offer
 * @param available the units left for this line
 */
public record LineRefusal(
        int index, Sku sku, Reason reason, @Nullable Money price, long available) {
    /** The names are stable: callers may decide by them. */
    public enum Reason {
        UNKNOWN_SKU,
        /** Unreviewed, suspended or withdrawn. */
        NOT_ORDERABLE,
        /** It costs more than the buyer was shown. */
        PRICE_CHANGED,
        INSUFFICIENT_STOCK,
        /** The merchant may take no more orders for now. */
        MERCHANT_AT_LIMIT,
        /** One purchase is paid in one currency. */
        OTHER_CURRENCY
    }
}
