package io.ordercore.domain.logistics.incident;

import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.BuyerId;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer got for trouble on the way. It pays for part of one order that is not paid yet.
 *
 * @param code the buyer's to use, unique
 * @param order the one it was given for
 * @param forWhat of the case it was given for: one case gives one
 * @param redeemedFor the order it pays for; absent while it can be used
 */
public record Voucher(
        String code,
        BuyerId buyer,
        OrderId order,
        String forWhat,
        Money amount,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable OrderId redeemedFor) {
    private static final Duration VALID = Duration.ofDays(365);
    private static final Duration STILL_VALID = Duration.ofDays(30);

    public Voucher {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a voucher is worth something");
        }
    }

    public static Voucher issued(String code, BuyerId buyer, OrderId order, String forWhat, Money amount, Instant now) {
        return new Voucher(code, buyer, order, forWhat, amount, now, now.plus(VALID), null);
    }

    /** For a part of this one that goes back, a new one: as long as this one is valid, and for thirty days at least. */
    public Voucher returned(String code, OrderId from, String forWhat, Money part, Instant now) {
        return new Voucher(code, buyer, from, forWhat, part, now, expiryIfReturned(now), null);
    }

    /** Until when it is valid if it goes back at {@code now}. */
    public Instant expiryIfReturned(Instant now) {
        Instant least = now.plus(STILL_VALID);
        return expiresAt.isAfter(least) ? expiresAt : least;
    }

    public boolean hasExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** As it is when it pays for an order, or when it does no more. */
    public Voucher redeemedFor(@Nullable OrderId paid) {
        return new Voucher(code, buyer, order, forWhat, amount, issuedAt, expiresAt, paid);
    }

    /** Until later. */
    public Voucher validUntil(Instant later) {
        return new Voucher(code, buyer, order, forWhat, amount, issuedAt, later, redeemedFor);
    }
}
