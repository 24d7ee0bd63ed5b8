package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.inspection.Agencies;
import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.inspection.AgencyChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Agencies by name, and what changed about them. */
final class MemoryAgencies implements Agencies {
    private final MemoryTransactions transactions;
    private final TreeMap<String, Agency> agencies = new TreeMap<>();
    private final TreeMap<String, List<AgencyChange>> changes = new TreeMap<>();

    MemoryAgencies(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Agency> find(String name) {
        return transactions.read(() -> Optional.ofNullable(agencies.get(name)));
    }

    @Override
    public List<Agency> all() {
        return transactions.read(() -> List.copyOf(agencies.values()));
    }

    @Override
    public void save(Agency agency, AgencyChange change) {
        transactions.run(() -> {
            Agency before = agencies.get(agency.name());
            if (agency.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("agency " + agency.name());
            }
            List<AgencyChange> all = new ArrayList<>(changes(agency.name()));
            all.add(change);
            transactions.put(agencies, agency.name(), agency);
            transactions.put(changes, agency.name(), all);
        });
    }

    @Override
    public List<AgencyChange> changes(String name) {
        return transactions.read(() -> List.copyOf(changes.getOrDefault(name, List.of())));
    }
}
