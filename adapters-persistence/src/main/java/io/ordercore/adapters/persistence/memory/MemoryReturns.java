package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.aftersale.Returns;
import io.ordercore.domain.aftersale.Return;
import io.ordercore.domain.aftersale.ReturnId;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Returns by id. */
final class MemoryReturns implements Returns {
    private final MemoryTransactions transactions;
    private final Map<ReturnId, Return> all = new HashMap<>();

    MemoryReturns(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Return> find(ReturnId id) {
        return transactions.read(() -> Optional.ofNullable(all.get(id)));
    }

    @Override
    public List<Return> of(OrderId order) {
        return transactions.read(() -> all.values().stream()
                .filter(it -> it.order().equals(order))
                .sorted(Comparator.comparing(Return::requestedAt).reversed())
                .toList());
    }

    @Override
    public List<ReturnId> over(Instant now, int limit) {
        return transactions.read(() -> all.values().stream()
                .filter(it -> it.isOver(now))
                .sorted(Comparator.comparing(Return::until))
                .limit(limit)
                .map(Return::id)
                .toList());
    }

    @Override
    public void save(Return changed) {
        transactions.run(() -> {
            Return before = all.get(changed.id());
            if (changed.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("return " + changed.id());
            }
            transactions.put(all, changed.id(), changed);
        });
    }
}
