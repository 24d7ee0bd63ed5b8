package io.ordercore.domain.modification;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderModification.AddedLine;
import org.joda.money.Money;

/**
 * What happens to one line.
 *
 * @param line its number; 0 for a new one
 * @param before units before, cancelled ones not counted
 * @param after units after
 * @param difference what the goods cost more (or less) than before
 */
public record QuotedLine(int line, Sku sku, String title, Money unitPrice, int before, int after, Money difference) {
    static QuotedLine of(OrderLine line, int fewer, int more) {
        int left = Standing.left(line);
        Money worthLess = line.payableWithout(fewer).minus(line.payableWithout(0));
        return new QuotedLine(
                line.number(),
                line.sku(),
                line.title(),
                line.unitPrice(),
                left,
                left - fewer + more,
                line.unitPrice().multipliedBy(more).plus(worthLess));
    }

    static QuotedLine of(AddedLine added) {
        return new QuotedLine(
                0,
                added.sku(),
                added.title(),
                added.unitPrice(),
                0,
                added.units(),
                added.unitPrice().multipliedBy(added.units()));
    }
}
