package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.credit.Credits;
import io.ordercore.domain.credit.CreditEntry;
import io.ordercore.domain.credit.CreditFile;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Credit files by merchant, and their history. */
final class MemoryCredits implements Credits {
    private final MemoryTransactions transactions;
    private final TreeMap<String, CreditFile> files = new TreeMap<>();
    private final TreeMap<Long, CreditEntry> history = new TreeMap<>(Comparator.reverseOrder());

    MemoryCredits(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<CreditFile> find(MerchantId merchant) {
        return transactions.read(() -> Optional.ofNullable(files.get(merchant.value())));
    }

    @Override
    public void save(CreditFile file) {
        transactions.run(() -> {
            CreditFile before = files.get(file.merchant().value());
            if (file.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("credit of " + file.merchant());
            }
            transactions.put(files, file.merchant().value(), file);
        });
    }

    @Override
    public List<CreditFile> list(@Nullable MerchantId after, int limit) {
        return transactions.read(() -> files.values().stream()
                .filter(file -> after == null || file.merchant().value().compareTo(after.value()) > 0)
                .limit(limit)
                .toList());
    }

    @Override
    public List<MerchantId> unevaluated(LocalDate day, int limit) {
        return transactions.read(() -> files.values().stream()
                .filter(file -> file.credit().standing().evaluated().isBefore(day))
                .limit(limit)
                .map(CreditFile::merchant)
                .toList());
    }

    @Override
    public List<MerchantId> ending(Instant now, int limit) {
        return transactions.read(() -> files.values().stream()
                .filter(file -> {
                    Instant end = file.nextEnd();
                    return end != null && !end.isAfter(now);
                })
                .limit(limit)
                .map(CreditFile::merchant)
                .toList());
    }

    @Override
    public void tell(CreditEntry entry) {
        transactions.run(() -> transactions.put(history, history.size() + 1L, entry));
    }

    @Override
    public List<Line> history(MerchantId merchant, @Nullable Long before, int limit) {
        return transactions.read(() -> history.entrySet().stream()
                .filter(line -> line.getValue().merchant().equals(merchant))
                .filter(line -> before == null || line.getKey() < before)
                .limit(limit)
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList());
    }
}
