package io.ordercore.application.credit;

import io.ordercore.domain.party.MerchantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class FindDepositService implements FindDeposit {
    private final Deposits deposits;
    private final DepositAccounts accounts;
    private final Learning learning;
    private final Clock clock;

    FindDepositService(Deposits deposits, DepositAccounts accounts, Learning learning, Clock clock) {
        this.deposits = deposits;
        this.accounts = accounts;
        this.learning = learning;
        this.clock = clock;
    }

    @Override
    public List<Account> accounts(MerchantId merchant) {
        Instant now = clock.instant();
        return accounts.accounts(merchant, learning.load(merchant, now).terms(now), now);
    }

    @Override
    public List<Deposits.Line> entries(MerchantId merchant, @Nullable Long before, int limit) {
        return deposits.entries(merchant, before, limit);
    }
}
