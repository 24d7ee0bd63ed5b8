package io.ordercore.domain.credit;

import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant gets for a completed order.
 *
 * @param withheld what of it went into the merchant's deposit when it was released
 * @param dueAt by the settlement term the merchant had when the order was completed
 * @param releasedAt null while it waits for its day, or is held
 */
public record Payout(
        OrderId order,
        MerchantId merchant,
        Money amount,
        Money withheld,
        Instant completedAt,
        Instant dueAt,
        @Nullable Instant releasedAt) {
    public Payout {
        if (withheld.isNegative() || withheld.isGreaterThan(amount)) {
            throw new IllegalArgumentException("at most all of a payout is withheld");
        }
    }

    /** Owed for an order, from a day on. */
    public static Payout owed(OrderId order, MerchantId merchant, Money amount, Instant completedAt, Instant dueAt) {
        return new Payout(order, merchant, amount, Money.zero(amount.getCurrencyUnit()), completedAt, dueAt, null);
    }

    /** While the merchant's payouts are held: asked again later. */
    public Payout held(Instant until) {
        return new Payout(order, merchant, amount, withheld, completedAt, until, null);
    }

    /** Free to be paid, but for what goes into the deposit. */
    public Payout released(Money intoDeposit, Instant now) {
        return new Payout(order, merchant, amount, intoDeposit, completedAt, dueAt, now);
    }

    /** What reaches the merchant. */
    public Money paid() {
        return amount.minus(withheld);
    }
}
