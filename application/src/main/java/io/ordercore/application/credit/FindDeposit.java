package io.ordercore.application.credit;

import io.ordercore.domain.credit.Deposit;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads what is held of merchants' money. */
public interface FindDeposit {
    /** A merchant's accounts, by currency: those with something in them, and those that should have. */
    List<Account> accounts(MerchantId merchant);

    /** Every booking, the latest first; before a line's number, null for the first page. */
    List<Deposits.Line> entries(MerchantId merchant, @Nullable Long before, int limit);

    /**
     * An account as it stands.
     *
     * @param target what is to be held on the merchant's terms now
     */
    record Account(Deposit deposit, Money target) {
        /** What is kept back from the next payouts. */
        public Money lacking() {
            return deposit.lacking(target);
        }

        /** What goes back, unless it is needed again before. */
        public Money excess() {
            return deposit.excess(target);
        }
    }
}
