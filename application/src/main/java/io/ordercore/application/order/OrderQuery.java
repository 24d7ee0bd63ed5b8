package io.ordercore.application.order;

import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list. What is null does not matter.
 *
 * @param phone the recipient's, found by its digits alone
 * @param placedFrom inclusive
 * @param placedBefore exclusive
 * @param after the last order of the page before; null for the first page
 * @param limit 1 to 200
 */
public record OrderQuery(
        @Nullable BuyerId buyer,
        @Nullable MerchantId merchant,
        @Nullable OrderStatus status,
        @Nullable PhoneNumber phone,
        @Nullable Instant placedFrom,
        @Nullable Instant placedBefore,
        @Nullable OrderId after,
        int limit) {
    public static final int LARGEST_PAGE = 200;

    public OrderQuery {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + LARGEST_PAGE + " orders");
        }
    }
}
