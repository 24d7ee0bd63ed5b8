package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.inspection.CorrectiveActions;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.CorrectiveAction;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Corrective actions by their product and number. */
final class MemoryCorrectiveActions implements CorrectiveActions {
    private final MemoryTransactions transactions;
    private final Map<String, CorrectiveAction> actions = new HashMap<>();

    MemoryCorrectiveActions(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<CorrectiveAction> of(Sku sku) {
        return transactions.read(() -> actions.values().stream()
                .filter(action -> action.sku().equals(sku))
                .sorted(Comparator.comparing(CorrectiveAction::number))
                .toList());
    }

    @Override
    public void save(CorrectiveAction action) {
        transactions.run(() -> {
            String key = action.sku() + "|" + action.number();
            CorrectiveAction before = actions.get(key);
            boolean anotherOpen = before == null && of(action.sku()).stream().anyMatch(CorrectiveAction::isOpen);
            if (anotherOpen || action.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("corrective action " + key);
            }
            transactions.put(actions, key, action);
        });
    }
}
