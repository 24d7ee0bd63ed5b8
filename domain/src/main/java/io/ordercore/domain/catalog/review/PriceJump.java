package io.ordercore.domain.catalog.review;

import org.joda.money.Money;

/**
 * A price that changes further at once than a rule set lets pass unseen. The source of the limit stands in the rule set.
 *
 * @param factor times dearer or cheaper, in thousandths; 0 where the currency changes, so that no factor can be told
 * @param limit up to which factor a price changes unseen, in thousandths
 */
public record PriceJump(long factor, long limit, String ruleVersion) {
    /** How many times dearer or cheaper a price becomes, in thousandths; 0 where the currency changes. */
    static long factor(Money before, Money after) {
        if (!before.getCurrencyUnit().equals(after.getCurrencyUnit())) {
            return 0;
        }
        double dearer = Math.max(before.getAmountMinorLong(), after.getAmountMinorLong());
        double cheaper = Math.min(before.getAmountMinorLong(), after.getAmountMinorLong());
        return Math.round(dearer * 1_000 / cheaper);
    }

    /** For people, of the price it leads to: {@code x4.5}, or the new currency. */
    public String textFor(Money asked) {
        return factor == 0 ? asked.getCurrencyUnit().getCode() : "x" + Thousandths.format(factor);
    }

    /** For people: {@code 3}. */
    public String limitText() {
        return Thousandths.format(limit);
    }
}
