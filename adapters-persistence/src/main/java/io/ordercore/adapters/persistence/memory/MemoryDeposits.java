package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.credit.Deposits;
import io.ordercore.domain.credit.Deposit;
import io.ordercore.domain.credit.DepositEntry;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Deposits by merchant and currency, and their bookings. */
final class MemoryDeposits implements Deposits {
    private final MemoryTransactions transactions;
    private final TreeMap<String, Deposit> deposits = new TreeMap<>();
    private final TreeMap<Long, DepositEntry> entries = new TreeMap<>(Comparator.reverseOrder());

    MemoryDeposits(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Deposit> find(MerchantId merchant, CurrencyUnit currency) {
        return transactions.read(() -> Optional.ofNullable(deposits.get(key(merchant, currency))));
    }

    @Override
    public List<Deposit> of(MerchantId merchant) {
        return transactions.read(() -> deposits.values().stream()
                .filter(deposit -> deposit.merchant().equals(merchant))
                .toList());
    }

    @Override
    public void save(Deposit deposit) {
        transactions.run(() -> {
            String key = key(deposit.merchant(), deposit.held().getCurrencyUnit());
            Deposit before = deposits.get(key);
            if (deposit.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("deposit of " + deposit.merchant());
            }
            transactions.put(deposits, key, deposit);
        });
    }

    @Override
    public void book(DepositEntry entry) {
        transactions.run(() -> transactions.put(entries, entries.size() + 1L, entry));
    }

    @Override
    public boolean isBooked(MerchantId merchant, CurrencyUnit currency, String reference) {
        return transactions.read(() -> entries.values().stream()
                .anyMatch(entry -> entry.merchant().equals(merchant)
                        && entry.amount().getCurrencyUnit().equals(currency)
                        && reference.equals(entry.reference())));
    }

    @Override
    public List<Line> entries(MerchantId merchant, @Nullable Long before, int limit) {
        return transactions.read(() -> entries.entrySet().stream()
                .filter(line -> line.getValue().merchant().equals(merchant))
                .filter(line -> before == null || line.getKey() < before)
                .limit(limit)
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList());
    }

    @Override
    public List<Deposit> due(Instant now, int limit) {
        return transactions.read(() -> deposits.values().stream()
                .filter(deposit -> !deposit.checkAt().isAfter(now))
                .sorted(Comparator.comparing(Deposit::checkAt))
                .limit(limit)
                .toList());
    }

    private static String key(MerchantId merchant, CurrencyUnit currency) {
        return merchant.value() + "\n" + currency.getCode();
    }
}
