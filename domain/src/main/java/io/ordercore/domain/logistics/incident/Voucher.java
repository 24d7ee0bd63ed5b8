package io.ordercore.domain.logistics.incident;

import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.BuyerId;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.Money;

/**
 * What a buyer got for trouble on the way. Redeeming it is the shop's own business.
 *
 * @param code the buyer's to use, unique
 * @param forWhat of the case it was given for: one case gives one
 */
public record Voucher(
        String code, BuyerId buyer, OrderId order, String forWhat, Money amount, Instant issuedAt, Instant expiresAt) {
    private static final Duration VALID = Duration.ofDays(365);

    public Voucher {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a voucher is worth something");
        }
    }

    public static Voucher issued(String code, BuyerId buyer, OrderId order, String forWhat, Money amount, Instant now) {
        return new Voucher(code, buyer, order, forWhat, amount, now, now.plus(VALID));
    }
}
