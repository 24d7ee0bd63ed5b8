package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.inspection.AgencyOrders;
import io.ordercore.domain.inspection.AgencyOrder;
import io.ordercore.domain.inspection.InspectionId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Orders to agencies by their inspections. */
final class MemoryAgencyOrders implements AgencyOrders {
    private final MemoryTransactions transactions;
    private final Map<InspectionId, AgencyOrder> orders = new HashMap<>();

    MemoryAgencyOrders(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<AgencyOrder> find(InspectionId inspection) {
        return transactions.read(() -> Optional.ofNullable(orders.get(inspection)));
    }

    @Override
    public void save(AgencyOrder order) {
        transactions.run(() -> {
            AgencyOrder before = orders.get(order.inspection());
            if (order.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("order of inspection " + order.inspection());
            }
            transactions.put(orders, order.inspection(), order);
        });
    }

    @Override
    public List<AgencyOrder> due(Instant now, int limit) {
        return transactions.read(() -> orders.values().stream()
                .filter(order -> order.nextAt() != null && !order.nextAt().isAfter(now))
                .sorted(Comparator.comparing(order -> Objects.requireNonNull(order.nextAt())))
                .limit(limit)
                .toList());
    }
}
