package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.logistics.Fulfilments;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.OrderId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fulfilments by order and id. */
final class MemoryFulfilments implements Fulfilments {
    private final MemoryTransactions transactions;
    private final Map<OrderId, Map<FulfilmentId, Fulfilment>> fulfilments = new HashMap<>();

    MemoryFulfilments(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Fulfilment> find(FulfilmentId id) {
        return transactions.read(() -> Optional.ofNullable(ofOrder(id.order()).get(id)));
    }

    @Override
    public List<Fulfilment> of(OrderId order) {
        return transactions.read(() -> ofOrder(order).values().stream()
                .sorted(Comparator.comparingInt(it -> it.id().number()))
                .toList());
    }

    @Override
    public void save(Fulfilment fulfilment) {
        transactions.run(() -> {
            FulfilmentId id = fulfilment.id();
            Map<FulfilmentId, Fulfilment> siblings = new HashMap<>(ofOrder(id.order()));
            Fulfilment before = siblings.put(id, fulfilment);
            if (fulfilment.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("fulfilment " + id);
            }
            transactions.put(fulfilments, id.order(), siblings);
        });
    }

    private Map<FulfilmentId, Fulfilment> ofOrder(OrderId order) {
        return fulfilments.getOrDefault(order, Map.of());
    }
}
