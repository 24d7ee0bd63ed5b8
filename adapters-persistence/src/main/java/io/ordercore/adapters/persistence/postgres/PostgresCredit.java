package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.credit.Appeals;
import io.ordercore.application.credit.CreditBooks;
import io.ordercore.application.credit.Credits;
import io.ordercore.application.credit.Deposits;
import io.ordercore.application.credit.EvidenceFiles;
import io.ordercore.application.credit.OrderFiles;
import io.ordercore.application.credit.Payouts;
import io.ordercore.application.credit.Yardsticks;

/** Merchants' credit in its tables. */
final class PostgresCredit implements CreditBooks {
    private final PostgresCredits credits;
    private final PostgresEvidence evidence;
    private final PostgresYardsticks yardsticks;
    private final PostgresOrderFiles orders;
    private final PostgresAppeals appeals;
    private final PostgresPayouts payouts;
    private final PostgresDeposits deposits;

    PostgresCredit(PostgresTransactions transactions) {
        this.credits = new PostgresCredits(transactions);
        this.evidence = new PostgresEvidence(transactions);
        this.yardsticks = new PostgresYardsticks(transactions);
        this.orders = new PostgresOrderFiles(transactions);
        this.appeals = new PostgresAppeals(transactions);
        this.payouts = new PostgresPayouts(transactions);
        this.deposits = new PostgresDeposits(transactions);
    }

    @Override
    public Credits credits() {
        return credits;
    }

    @Override
    public EvidenceFiles evidence() {
        return evidence;
    }

    @Override
    public Yardsticks yardsticks() {
        return yardsticks;
    }

    @Override
    public OrderFiles orders() {
        return orders;
    }

    @Override
    public Appeals appeals() {
        return appeals;
    }

    @Override
    public Payouts payouts() {
        return payouts;
    }

    @Override
    public Deposits deposits() {
        return deposits;
    }
}
