package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.logistics.carriage.Carriages;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.carriage.Carriage;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Carriages by fulfilment. */
final class MemoryCarriages implements Carriages {
    private final MemoryTransactions transactions;
    private final Map<FulfilmentId, Carriage> carriages = new HashMap<>();

    MemoryCarriages(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Carriage> find(FulfilmentId fulfilment) {
        return transactions.read(() -> Optional.ofNullable(carriages.get(fulfilment)));
    }

    @Override
    public List<FulfilmentId> due(Instant now, int limit) {
        return transactions.read(() -> carriages.values().stream()
                .filter(it -> it.nextAt() != null && !it.nextAt().isAfter(now))
                .sorted(Comparator.comparing(it -> Objects.requireNonNull(it.nextAt())))
                .limit(limit)
                .map(Carriage::fulfilment)
                .toList());
    }

    @Override
    public void save(Carriage changed) {
        transactions.run(() -> {
            Carriage before = carriages.get(changed.fulfilment());
            if (changed.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("carriage of " + changed.fulfilment());
            }
            transactions.put(carriages, changed.fulfilment(), changed);
        });
    }
}
