package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.credit.Appeals;
import io.ordercore.domain.credit.Appeal;
import io.ordercore.domain.party.MerchantId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Appeals by their id. */
final class MemoryAppeals implements Appeals {
    private static final Comparator<Appeal> BY_TIME =
            Comparator.comparing(Appeal::openedAt).thenComparing(Appeal::id);

    private final MemoryTransactions transactions;
    private final Map<String, Appeal> appeals = new HashMap<>();

    MemoryAppeals(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Appeal> find(String id) {
        return transactions.read(() -> Optional.ofNullable(appeals.get(id)));
    }

    @Override
    public void save(Appeal appeal) {
        transactions.run(() -> {
            Appeal before = appeals.get(appeal.id());
            boolean another = appeals.values().stream()
                    .anyMatch(other -> !other.id().equals(appeal.id())
                            && other.merchant().equals(appeal.merchant())
                            && other.evidence().equals(appeal.evidence()));
            boolean opens = appeal.state() == Appeal.State.OPEN;
            if (another || (before != null && (opens || before.state() != Appeal.State.OPEN))) {
                throw new StaleVersionException("appeal " + appeal.id());
            }
            transactions.put(appeals, appeal.id(), appeal);
        });
    }

    @Override
    public List<Appeal> list(@Nullable MerchantId merchant, boolean openOnly, @Nullable String after, int limit) {
        return transactions.read(() -> {
            Appeal last = after == null ? null : appeals.get(after);
            return appeals.values().stream()
                    .filter(appeal -> merchant == null || appeal.merchant().equals(merchant))
                    .filter(appeal -> !openOnly || appeal.state() == Appeal.State.OPEN)
                    .filter(appeal -> last == null || BY_TIME.compare(appeal, last) > 0)
                    .sorted(BY_TIME)
                    .limit(limit)
                    .toList();
        });
    }
}
