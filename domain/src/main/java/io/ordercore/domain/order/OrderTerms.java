package io.ordercore.domain.order;

import java.time.Duration;

/**
 * The platform's periods for an order.
 *
 * @param payWithin from placing until an unpaid order expires
 * @param receiveWithin from the last delivery until receipt counts as confirmed
 * @param closeAfter from completion until the order is closed to returns
 */
public record OrderTerms(Duration payWithin, Duration receiveWithin, Duration closeAfter) {
    /** 30 minutes to pay, 7 days to confirm receipt, 15 days until closed. */
    public static final OrderTerms STANDARD =
            new OrderTerms(Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(15));

    public OrderTerms {
        if (payWithin.isNegative() || receiveWithin.isNegative() || closeAfter.isNegative()) {
            throw new IllegalArgumentException("periods are not negative");
        }
    }
}
