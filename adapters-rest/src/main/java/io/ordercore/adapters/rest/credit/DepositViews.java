package io.ordercore.adapters.rest.credit;

import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.application.credit.Deposits;
import io.ordercore.application.credit.FindDeposit;
import io.ordercore.domain.credit.DepositEntry;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is told of a merchant's deposit. */
final class DepositViews {
    private DepositViews() {}

    /**
     * An account, in one currency.
     *
     * @param held what the platform holds
     * @param target what it is to hold on the merchant's terms
     * @param lacking what is kept back from the next payouts
     * @param excess what goes back at {@code releaseAt}, unless it is needed again before
     */
    @Schema(name = "DepositAccount")
    record AccountView(
            MoneyBody held,
            MoneyBody target,
            MoneyBody lacking,
            MoneyBody excess,
            @Nullable Instant releaseAt) {
        static AccountView of(FindDeposit.Account account) {
            return new AccountView(
                    MoneyBody.of(account.deposit().held()),
                    MoneyBody.of(account.target()),
                    MoneyBody.of(account.lacking()),
                    MoneyBody.of(account.excess()),
                    account.deposit().releaseAt());
        }
    }

    @Schema(name = "Deposit")
    record AccountsView(List<AccountView> accounts) {
        static AccountsView of(List<FindDeposit.Account> accounts) {
            return new AccountsView(accounts.stream().map(AccountView::of).toList());
        }
    }

    /**
     * A booking.
     *
     * @param held what was held with it
     * @param order whose payout it was withheld from
     * @param reference the transfer a top-up came by, or the case of a forfeit
     */
    @Schema(name = "DepositEntry")
    record EntryView(
            long number,
            Instant at,
            DepositEntry.Kind kind,
            MoneyBody amount,
            MoneyBody held,
            @Nullable String order,
            @Nullable String reference) {
        static EntryView of(Deposits.Line line) {
            DepositEntry entry = line.entry();
            return new EntryView(
                    line.number(),
                    entry.at(),
                    entry.kind(),
                    MoneyBody.of(entry.amount()),
                    MoneyBody.of(entry.heldAfter()),
                    entry.order() == null ? null : entry.order().toString(),
                    entry.reference());
        }
    }

    @Schema(name = "DepositEntryPage")
    record EntryPage(List<EntryView> items, @Nullable String next) {}
}
