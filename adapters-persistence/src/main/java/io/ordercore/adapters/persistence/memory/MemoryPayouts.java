package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.credit.Payouts;
import io.ordercore.domain.credit.Payout;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Payouts by their order. */
final class MemoryPayouts implements Payouts {
    private static final Comparator<Payout> LATEST_FIRST = Comparator.comparing(Payout::completedAt)
            .thenComparing(payout -> payout.order().toString())
            .reversed();

    private final MemoryTransactions transactions;
    private final Map<OrderId, Payout> payouts = new HashMap<>();

    MemoryPayouts(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void owe(Payout payout) {
        transactions.run(() -> {
            if (!payouts.containsKey(payout.order())) {
                transactions.put(payouts, payout.order(), payout);
            }
        });
    }

    @Override
    public Optional<Payout> find(OrderId order) {
        return transactions.read(() -> Optional.ofNullable(payouts.get(order)));
    }

    @Override
    public void save(Payout payout) {
        transactions.run(() -> {
            Payout before = payouts.get(payout.order());
            if (before == null || before.releasedAt() != null) {
                throw new StaleVersionException("payout of " + payout.order());
            }
            transactions.put(payouts, payout.order(), payout);
        });
    }

    @Override
    public List<Payout> due(Instant now, int limit) {
        return transactions.read(() -> payouts.values().stream()
                .filter(payout -> payout.releasedAt() == null && !payout.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Payout::dueAt)
                        .thenComparing(payout -> payout.order().toString()))
                .limit(limit)
                .toList());
    }

    @Override
    public List<Payout> list(MerchantId merchant, @Nullable OrderId after, int limit) {
        return transactions.read(() -> {
            Payout last = after == null ? null : payouts.get(after);
            return payouts.values().stream()
                    .filter(payout -> payout.merchant().equals(merchant))
                    .filter(payout -> last == null || LATEST_FIRST.compare(payout, last) > 0)
                    .sorted(LATEST_FIRST)
                    .limit(limit)
                    .toList();
        });
    }

    @Override
    public List<Money> turnover(MerchantId merchant, Instant since) {
        Map<String, Money> sums = new TreeMap<>();
        transactions.read(() -> {
            payouts.values().stream()
                    .filter(payout -> payout.merchant().equals(merchant)
                            && !payout.completedAt().isBefore(since))
                    .forEach(payout ->
                            sums.merge(payout.amount().getCurrencyUnit().getCode(), payout.amount(), Money::plus));
            return sums;
        });
        return List.copyOf(sums.values());
    }
}
