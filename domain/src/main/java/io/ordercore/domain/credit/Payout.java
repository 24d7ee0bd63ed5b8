package io.ordercore.domain.credit;

import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant gets for a completed order.
 *
 * @param dueAt by the settlement term the merchant had when the order was completed
 * @param releasedAt null while it waits for its day, or is held
 */
public record Payout(
        OrderId order,
        MerchantId merchant,
        Money amount,
        Instant completedAt,
        Instant dueAt,
        @Nullable Instant releasedAt) {
    /** While the merchant's payouts are held: asked again later. */
    public Payout held(Instant until) {
        return new Payout(order, merchant, amount, completedAt, until, null);
    }

    /** Free to be paid. */
    public Payout released(Instant now) {
        return new Payout(order, merchant, amount, completedAt, dueAt, now);
    }
}
