package io.ordercore.application.credit;

import io.ordercore.application.Transactions;
import io.ordercore.domain.credit.CreditEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

final class ForfeitDepositService implements ForfeitDeposit {
    private final Transactions transactions;
    private final DepositAccounts deposits;
    private final History history;
    private final Clock clock;

    ForfeitDepositService(Transactions transactions, DepositAccounts deposits, History history, Clock clock) {
        this.transactions = transactions;
        this.deposits = deposits;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public Outcome forfeit(Command command) {
        Instant now = clock.instant();
        return transactions.run(() -> {
            Outcome outcome = deposits.forfeited(command.merchant(), command.amount(), command.reference(), now);
            if (outcome instanceof Forfeited) {
                history.tell(
                        command.merchant(),
                        now,
                        CreditEntry.Kind.DEPOSIT_FORFEITED,
                        Map.of(
                                "amount", command.amount().toString(),
                                "reference", command.reference(),
                                "reason", command.reason()));
            }
            return outcome;
        });
    }
}
