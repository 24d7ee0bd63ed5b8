package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.credit.OrderFiles;
import io.ordercore.domain.credit.OrderFile;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of paid orders. */
final class MemoryOrderFiles implements OrderFiles {
    private final MemoryTransactions transactions;
    private final Map<OrderId, OrderFile> files = new HashMap<>();
    private final Map<OrderId, Instant> due = new HashMap<>();

    MemoryOrderFiles(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<OrderFile> find(OrderId order) {
        return transactions.read(() -> Optional.ofNullable(files.get(order)));
    }

    @Override
    public void save(OrderFile file, @Nullable Instant at) {
        transactions.run(() -> {
            OrderFile before = files.get(file.order());
            if (file.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("credit's file of " + file.order());
            }
            transactions.put(files, file.order(), file);
            if (at == null) {
                transactions.remove(due, file.order());
            } else {
                transactions.put(due, file.order(), at);
            }
        });
    }

    @Override
    public List<OrderId> due(Instant now, int limit) {
        return transactions.read(() -> due.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(now))
                .sorted(Map.Entry.comparingByValue())
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList());
    }
}
