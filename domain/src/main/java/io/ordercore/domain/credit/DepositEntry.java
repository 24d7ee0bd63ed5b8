package io.ordercore.domain.credit;

import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A booking to a merchant's deposit. Entries are only added: together they are what is held.
 *
 * @param amount more than nothing
 * @param heldAfter what was held with it
 * @param order whose payout it was withheld from; null for other kinds
 * @param reference the transfer the money came by, or the case it was forfeited for; null for other kinds
 */
public record DepositEntry(
        MerchantId merchant,
        Instant at,
        Kind kind,
        Money amount,
        Money heldAfter,
        @Nullable OrderId order,
        @Nullable String reference) {
    /** What can be booked. */
    public enum Kind {
        /** Kept back from a payout. */
        WITHHELD,
        /** Paid in by the merchant. */
        TOPPED_UP,
        /** Paid back to the merchant. */
        RELEASED,
        /** Taken for what the platform paid in the merchant's place. */
        FORFEITED
    }

    public DepositEntry {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("more than nothing is booked");
        }
    }

    /** Kept back from an order's payout. */
    public static DepositEntry withheld(Deposit from, Money amount, OrderId order, Instant now) {
        return new DepositEntry(
                from.merchant(), now, Kind.WITHHELD, amount, from.held().plus(amount), order, null);
    }

    /** Paid in by a transfer. */
    public static DepositEntry toppedUp(Deposit to, Money amount, String reference, Instant now) {
        return new DepositEntry(
                to.merchant(), now, Kind.TOPPED_UP, amount, to.held().plus(amount), null, reference);
    }

    /** Paid back. */
    public static DepositEntry released(Deposit from, Money amount, Instant now) {
        return new DepositEntry(
                from.merchant(), now, Kind.RELEASED, amount, from.held().minus(amount), null, null);
    }

    /** Taken by the platform. */
    public static DepositEntry forfeited(Deposit from, Money amount, String reference, Instant now) {
        return new DepositEntry(
                from.merchant(), now, Kind.FORFEITED, amount, from.held().minus(amount), null, reference);
    }

    /** The amount as it changes what is held: negative when it leaves the account. */
    public Money signed() {
        return switch (kind) {
            case WITHHELD, TOPPED_UP -> amount;
            case RELEASED, FORFEITED -> amount.negated();
        };
    }
}
