package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.payment.Payments;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentIntent;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payments by purchase. */
final class MemoryPayments implements Payments {
    private final MemoryTransactions transactions;
    private final Map<PurchaseId, PaymentIntent> payments = new HashMap<>();

    MemoryPayments(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<PaymentIntent> find(PurchaseId purchase) {
        return transactions.read(() -> Optional.ofNullable(payments.get(purchase)));
    }

    @Override
    public void save(PaymentIntent intent, long baseVersion) {
        transactions.run(() -> {
            PaymentIntent before = payments.get(intent.purchase());
            if (baseVersion != (before == null ? 0 : before.version())) {
                throw new StaleVersionException("payment of " + intent.purchase());
            }
            transactions.put(payments, intent.purchase(), intent);
        });
    }

    @Override
    public List<PurchaseId> toInquire(Instant now, int limit) {
        return transactions.read(() -> payments.values().stream()
                .filter(it -> !inquireAt(it).isAfter(now))
                .sorted(Comparator.comparing(MemoryPayments::inquireAt))
                .limit(limit)
                .map(PaymentIntent::purchase)
                .toList());
    }

    private static Instant inquireAt(PaymentIntent intent) {
        return intent.inquireAt().orElse(Instant.MAX);
    }
}
