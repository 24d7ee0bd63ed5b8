package io.ordercore.domain.modification;

import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.party.Address;
import java.util.List;
import org.joda.money.Money;

/**
 * What a change does to what an order costs. The balance decides, not the step: what is due is what is missing of the whole.
 *
 * @param shipping what delivery costs afterwards, the fee included
 */
record QuotedMoney(
        Money goodsDifference,
        Money shippingDifference,
        Money fee,
        Money before,
        Money after,
        Money taxBefore,
        Money taxAfter,
        Money owed,
        Money shipping) {

    /**
     * Counts it.
     *
     * @param lines what happens to the lines, at once or later
     * @param later of these, what is settled with a parcel that comes back
     * @param to where it goes afterwards; what is turned on its way keeps its rate
     * @param empty whether nothing is left of the order; then nothing is sent and nothing charged
     */
    static QuotedMoney of(
            Order order,
            List<QuotedLine> lines,
            List<QuotedLine> later,
            Money fee,
            Tariff tariff,
            Address to,
            boolean empty) {
        Money nothing = fee.multipliedBy(0);
        Address from = order.recipient().address();
        Money goodsBefore =
                order.lines().stream().map(line -> line.payableWithout(0)).reduce(nothing, Money::plus);
        Money difference = sum(lines, nothing);
        Money goodsAfter = goodsBefore.plus(difference).minus(sum(later, nothing));
        Money shipping = order.snapshot().shipping();
        Money rerated = notBelowZero(shipping.plus(tariff.shipping().rate(to, goodsAfter))
                .minus(tariff.shipping().rate(from, goodsBefore)));
        Money charged = empty ? nothing : fee;
        Money shippingAfter = empty ? nothing : rerated.plus(fee);
        Money after = goodsAfter.plus(shippingAfter);
        boolean paid = order.status() != OrderStatus.PENDING_PAYMENT;
        return new QuotedMoney(
                difference,
                shippingAfter.minus(charged).minus(shipping),
                charged,
                order.payable(),
                after,
                tariff.taxes().in(order.payable(), from),
                tariff.taxes().in(after, to),
                paid ? after.minus(order.paid()) : nothing,
                empty ? shipping : shippingAfter);
    }

    Money due() {
        return notBelowZero(owed);
    }

    Money refund() {
        return notBelowZero(owed.negated());
    }

    private static Money sum(List<QuotedLine> lines, Money nothing) {
        return lines.stream().map(QuotedLine::difference).reduce(nothing, Money::plus);
    }

    private static Money notBelowZero(Money amount) {
        return amount.isNegative() ? amount.multipliedBy(0) : amount;
    }
}
