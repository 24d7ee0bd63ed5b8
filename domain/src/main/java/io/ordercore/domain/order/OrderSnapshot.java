package io.ordercore.domain.order;

import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.DeliveryWishes;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Recipient;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Everything an order is, as values: what a store writes and reads.
 *
 * @param shipping what delivery costs the buyer, for the whole order, fees for changing it included
 * @param captured what was paid for it
 * @param refundRequested what was promised back, settled or not; never more than {@code captured}
 * @param refunded what was paid back; never more than {@code refundRequested}
 * @param fulfilments how many were released so far
 * @param dueAt when the next deadline passes: payment, receipt or closing; null for none
 * @param version the sequence of its last event
 */
public record OrderSnapshot(
        OrderId id,
        BuyerId buyer,
        MerchantId merchant,
        Recipient recipient,
        DeliveryWishes wishes,
        List<OrderLine> lines,
        Money shipping,
        OrderStatus status,
        List<Hold> holds,
        Money captured,
        Money refundRequested,
        Money refunded,
        int fulfilments,
        Instant placedAt,
        @Nullable Instant dueAt,
        long version) {
    public OrderSnapshot {
        lines = List.copyOf(lines);
        holds = List.copyOf(holds);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an order has a line");
        }
        if (refundRequested.isGreaterThan(captured) || refunded.isGreaterThan(refundRequested)) {
            throw new IllegalStateException(
                    id + ": refunds of " + refundRequested + " exceed what was captured, " + captured);
        }
    }

    /** The same with {@code amount} of what was to be given back still there. */
    OrderSnapshot keeping(Money amount, long at) {
        return new OrderSnapshot(
                id,
                buyer,
                merchant,
                recipient,
                wishes,
                lines,
                shipping,
                status,
                holds,
                captured,
                refundRequested.minus(amount),
                refunded,
                fulfilments,
                placedAt,
                dueAt,
                at);
    }
}
