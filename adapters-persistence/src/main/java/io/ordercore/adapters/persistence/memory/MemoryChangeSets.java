package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.modification.ChangeSets;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Change sets by id. */
final class MemoryChangeSets implements ChangeSets {
    private final MemoryTransactions transactions;
    private final Map<ChangeSetId, ChangeSet> changeSets = new HashMap<>();

    MemoryChangeSets(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<ChangeSet> find(ChangeSetId id) {
        return transactions.read(() -> Optional.ofNullable(changeSets.get(id)));
    }

    @Override
    public List<ChangeSet> of(OrderId order) {
        return transactions.read(() -> changeSets.values().stream()
                .filter(it -> it.order().equals(order))
                .sorted(Comparator.comparing(ChangeSet::requestedAt).reversed())
                .toList());
    }

    @Override
    public List<ChangeSet> in(ChangeSetStatus status, int limit) {
        return transactions.read(() -> changeSets.values().stream()
                .filter(it -> it.status() == status)
                .sorted(Comparator.comparing(ChangeSet::requestedAt))
                .limit(limit)
                .toList());
    }

    @Override
    public List<ChangeSetId> over(Instant now, int limit) {
        return transactions.read(() -> changeSets.values().stream()
                .filter(it -> it.status().isOpen() && it.isOver(now))
                .sorted(Comparator.comparing(it -> it.quote().until()))
                .limit(limit)
                .map(ChangeSet::id)
                .toList());
    }

    @Override
    public void save(ChangeSet changed) {
        transactions.run(() -> {
            ChangeSet before = changeSets.get(changed.id());
            boolean another = changed.status().isOpen()
                    && changeSets.values().stream()
                            .anyMatch(it -> it.order().equals(changed.order())
                                    && it.status().isOpen()
                                    && !it.id().equals(changed.id()));
            if (another || changed.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("change set " + changed.id());
            }
            transactions.put(changeSets, changed.id(), changed);
        });
    }
}
