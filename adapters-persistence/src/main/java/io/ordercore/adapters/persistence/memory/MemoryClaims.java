package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.aftersale.BuyerClaims;
import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.ClaimId;
import io.ordercore.domain.order.OrderId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Claims by id. */
final class MemoryClaims implements BuyerClaims {
    private final MemoryTransactions transactions;
    private final Map<ClaimId, Claim> all = new HashMap<>();

    MemoryClaims(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Claim> find(ClaimId id) {
        return transactions.read(() -> Optional.ofNullable(all.get(id)));
    }

    @Override
    public List<Claim> of(OrderId order) {
        return transactions.read(() -> all.values().stream()
                .filter(it -> it.order().equals(order))
                .sorted(Comparator.comparing(Claim::requestedAt).reversed())
                .toList());
    }

    @Override
    public void save(Claim changed) {
        transactions.run(() -> {
            Claim before = all.get(changed.id());
            if (changed.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("claim " + changed.id());
            }
            transactions.put(all, changed.id(), changed);
        });
    }
}
