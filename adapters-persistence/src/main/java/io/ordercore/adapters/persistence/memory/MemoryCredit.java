package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.credit.Appeals;
import io.ordercore.application.credit.CreditBooks;
import io.ordercore.application.credit.Credits;
import io.ordercore.application.credit.Deposits;
import io.ordercore.application.credit.EvidenceFiles;
import io.ordercore.application.credit.OrderFiles;
import io.ordercore.application.credit.Payouts;
import io.ordercore.application.credit.Yardsticks;
import io.ordercore.domain.credit.CreditNorms;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Merchants' credit in memory. */
final class MemoryCredit implements CreditBooks {
    private final MemoryCredits credits;
    private final MemoryEvidence evidence;
    private final MemoryYardsticks yardsticks;
    private final MemoryOrderFiles orders;
    private final MemoryAppeals appeals;
    private final MemoryPayouts payouts;
    private final MemoryDeposits deposits;

    MemoryCredit(MemoryTransactions transactions) {
        this.credits = new MemoryCredits(transactions);
        this.evidence = new MemoryEvidence(transactions);
        this.yardsticks = new MemoryYardsticks(transactions);
        this.orders = new MemoryOrderFiles(transactions);
        this.appeals = new MemoryAppeals(transactions);
        this.payouts = new MemoryPayouts(transactions);
        this.deposits = new MemoryDeposits(transactions);
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

    private static final class MemoryYardsticks implements Yardsticks {
        private final MemoryTransactions transactions;
        private final TreeMap<LocalDate, CreditNorms> norms = new TreeMap<>();
        private final TreeMap<LocalDate, Boolean> evaluations = new TreeMap<>();

        MemoryYardsticks(MemoryTransactions transactions) {
            this.transactions = transactions;
        }

        @Override
        public List<CreditNorms> norms() {
            return transactions.read(() -> List.copyOf(norms.values()));
        }

        @Override
        public void publish(CreditNorms published) {
            transactions.run(() -> {
                if (!norms.containsKey(published.reference())) {
                    transactions.put(norms, published.reference(), published);
                }
            });
        }

        @Override
        public SortedSet<LocalDate> evaluations() {
            return transactions.read(() -> new TreeSet<>(evaluations.keySet()));
        }

        @Override
        public void evaluate(LocalDate day) {
            transactions.run(() -> transactions.put(evaluations, day, true));
        }
    }
}
