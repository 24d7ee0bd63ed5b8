package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.logistics.incident.IncidentCases;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.order.OrderId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Cases by id. */
final class MemoryIncidentCases implements IncidentCases {
    private static final Comparator<IncidentCase> BY_TIME = Comparator.comparing(IncidentCase::openedAt)
            .thenComparing(it -> it.id().toString());

    private final MemoryTransactions transactions;
    private final Map<UUID, IncidentCase> cases = new HashMap<>();

    MemoryIncidentCases(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<IncidentCase> find(UUID id) {
        return transactions.read(() -> Optional.ofNullable(cases.get(id)));
    }

    @Override
    public List<IncidentCase> of(FulfilmentId parcel) {
        return sorted(it -> it.fulfilment().equals(parcel), BY_TIME, Integer.MAX_VALUE);
    }

    @Override
    public List<IncidentCase> of(OrderId order) {
        return sorted(it -> it.fulfilment().order().equals(order), BY_TIME, Integer.MAX_VALUE);
    }

    @Override
    public void save(IncidentCase incident) {
        transactions.run(() -> {
            IncidentCase before = cases.get(incident.id());
            if (incident.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("case " + incident.id());
            }
            transactions.put(cases, incident.id(), incident);
        });
    }

    @Override
    public List<IncidentCase> due(Instant now, int limit) {
        return sorted(
                it -> it.stage() != CaseStage.CLOSED && !moment(it).isAfter(now),
                Comparator.comparing(MemoryIncidentCases::moment),
                limit);
    }

    private static Instant moment(IncidentCase it) {
        Instant next = it.nextAt();
        return next == null || next.isAfter(it.dueAt()) ? it.dueAt() : next;
    }

    @Override
    public List<IncidentCase> open(int limit) {
        return sorted(it -> it.stage().isOpen(), Comparator.comparing(IncidentCase::dueAt), limit);
    }

    private List<IncidentCase> sorted(Predicate<IncidentCase> wanted, Comparator<IncidentCase> by, int limit) {
        return transactions.read(() ->
                cases.values().stream().filter(wanted).sorted(by).limit(limit).toList());
    }
}
