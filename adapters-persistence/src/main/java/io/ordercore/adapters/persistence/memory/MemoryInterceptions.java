package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.logistics.intercept.Interceptions;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionId;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Interceptions by id. */
final class MemoryInterceptions implements Interceptions {
    private final MemoryTransactions transactions;
    private final Map<InterceptionId, Interception> interceptions = new HashMap<>();

    MemoryInterceptions(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Interception> find(InterceptionId id) {
        return transactions.read(() -> Optional.ofNullable(interceptions.get(id)));
    }

    @Override
    public List<Interception> of(OrderId order) {
        return transactions.read(() -> interceptions.values().stream()
                .filter(it -> it.fulfilment().order().equals(order))
                .sorted(Comparator.comparing(Interception::requestedAt).reversed())
                .toList());
    }

    @Override
    public List<InterceptionId> due(Instant now, int limit) {
        return transactions.read(() -> interceptions.values().stream()
                .filter(it -> !nextAt(it).isAfter(now))
                .sorted(Comparator.comparing(MemoryInterceptions::nextAt))
                .limit(limit)
                .map(Interception::id)
                .toList());
    }

    private static Instant nextAt(Interception interception) {
        Instant next = interception.nextAt();
        return next == null ? Instant.MAX : next;
    }

    @Override
    public void save(Interception changed) {
        transactions.run(() -> {
            Interception before = interceptions.get(changed.id());
            boolean another = changed.status().isOpen()
                    && interceptions.values().stream()
                            .anyMatch(it -> it.fulfilment().equals(changed.fulfilment())
                                    && it.status().isOpen()
                                    && !it.id().equals(changed.id()));
            if (another || changed.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("interception " + changed.id());
            }
            transactions.put(interceptions, changed.id(), changed);
        });
    }
}
