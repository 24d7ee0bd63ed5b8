package io.ordercore.domain.order;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.money.Apportionment;
import org.joda.money.Money;

/**
 * Some units of one SKU within an order.
 *
 * @param number from 1, unique and stable within its order
 * @param title what the buyer read when ordering
 * @param unitPrice what the buyer saw, taxes included
 * @param discount what the whole line's price was lowered by
 */
public record OrderLine(int number, Sku sku, String title, Money unitPrice, Money discount, LineLedger ledger) {
    public OrderLine {
        if (number < 1) {
            throw new IllegalArgumentException("lines are numbered from 1");
        }
        if (discount.isNegative() || discount.isGreaterThan(unitPrice.multipliedBy(ledger.get(Quantity.ORDERED)))) {
            throw new IllegalArgumentException("a discount lies between nothing and the line's price");
        }
    }

    public int ordered() {
        return ledger.get(Quantity.ORDERED);
    }

    /** How many were not cancelled, whatever else became of them. */
    public int uncancelled() {
        return ordered() - ledger.get(Quantity.CANCELLED);
    }

    /** What the line costs as ordered. */
    public Money payable() {
        return unitPrice.multipliedBy(ordered()).minus(discount);
    }

    /**
     * What is still to be paid for when {@code units} more go; over any sequence of cancellations, refunds and exchanges it falls
     * from {@link #payable} to nothing.
     */
    public Money payableWithout(int units) {
        int gone = ledger.gone() + units;
        return gone == 0 ? payable() : payable().minus(Apportionment.slice(payable(), ordered(), 0, gone));
    }

    /** What the next {@code units} that go will be worth. */
    public Money valueOfNext(int units) {
        return Apportionment.slice(payable(), ordered(), ledger.gone(), units);
    }

    OrderLine with(LineLedger changed) {
        return new OrderLine(number, sku, title, unitPrice, discount, changed);
    }
}
