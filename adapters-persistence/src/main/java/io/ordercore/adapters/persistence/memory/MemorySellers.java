package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.catalog.Sellers;
import io.ordercore.domain.catalog.SellingTerms;
import io.ordercore.domain.party.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Merchants' terms, and when each took the orders that count under its cap. */
final class MemorySellers implements Sellers {
    private static final Duration DAY = Duration.ofHours(24);

    private final MemoryTransactions transactions;
    private final Map<MerchantId, SellingTerms> terms = new HashMap<>();
    private final Map<MerchantId, List<Instant>> taken = new HashMap<>();

    MemorySellers(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public SellingTerms find(MerchantId merchant) {
        return transactions.read(() -> terms.getOrDefault(merchant, SellingTerms.newcomer(merchant)));
    }

    @Override
    public OptionalInt ordersLeft(MerchantId merchant, Instant now) {
        Integer left = transactions.read(() -> ordersLeftOrNull(merchant, now));
        return left == null ? OptionalInt.empty() : OptionalInt.of(left);
    }

    @Override
    public void save(SellingTerms changed) {
        transactions.run(() -> transactions.put(terms, changed.merchant(), changed));
    }

    @Nullable
    Integer ordersLeftOrNull(MerchantId merchant, Instant now) {
        Integer cap = find(merchant).ordersPerDay();
        return cap == null
                ? null
                : Integer.valueOf(Math.max(0, cap - lately(merchant, now).size()));
    }

    void took(MerchantId merchant, Instant now) {
        if (find(merchant).ordersPerDay() != null) {
            transactions.put(
                    taken,
                    merchant,
                    Stream.concat(lately(merchant, now).stream(), Stream.of(now))
                            .toList());
        }
    }

    private List<Instant> lately(MerchantId merchant, Instant now) {
        return taken.getOrDefault(merchant, List.of()).stream()
                .filter(at -> at.isAfter(now.minus(DAY)))
                .toList();
    }
}
