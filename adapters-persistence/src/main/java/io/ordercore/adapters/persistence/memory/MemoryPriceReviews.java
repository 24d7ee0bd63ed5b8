package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.catalog.PriceReviews;
import io.ordercore.application.catalog.listing.WatchReviews.Backlog;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prices that jumped, by SKU. */
final class MemoryPriceReviews implements PriceReviews {
    private final MemoryTransactions transactions;
    private final Map<Sku, PriceReview> bySku = new HashMap<>();
    private final Map<Sku, Instant> toldOverdue = new HashMap<>();

    MemoryPriceReviews(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<Sku, PriceReview> find(Collection<Sku> skus) {
        return transactions.read(() -> {
            Map<Sku, PriceReview> found = new HashMap<>();
            for (Sku sku : skus) {
                PriceReview review = bySku.get(sku);
                if (review != null) {
                    found.put(sku, review);
                }
            }
            return found;
        });
    }

    @Override
    public void save(List<PriceReview> changed) {
        transactions.run(() -> changed.forEach(review -> {
            PriceReview before = bySku.get(review.sku());
            if (review.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("price review of " + review.sku());
            }
            transactions.put(bySku, review.sku(), review);
        }));
    }

    @Override
    public void supersede(Collection<Sku> skus) {
        transactions.run(() -> find(skus).values().stream()
                .filter(PriceReview::waits)
                .forEach(review -> transactions.put(bySku, review.sku(), review.superseded())));
    }

    @Override
    public List<PriceReview> waiting(@Nullable MerchantId merchant, int limit) {
        return transactions.read(() -> byDue().filter(review -> merchant == null || merchant.equals(review.merchant()))
                .limit(limit)
                .toList());
    }

    @Override
    public List<PriceReview> takeOverdue(Instant now, int limit) {
        return transactions.run(() -> {
            List<PriceReview> taken = byDue().filter(review -> !review.due().isAfter(now))
                    .filter(review -> !review.due().equals(toldOverdue.get(review.sku())))
                    .limit(limit)
                    .toList();
            taken.forEach(review -> transactions.put(toldOverdue, review.sku(), review.due()));
            return taken;
        });
    }

    @Override
    public Backlog backlog(Instant now) {
        return transactions.read(() -> new Backlog(
                byDue().count(),
                byDue().filter(review -> !review.due().isAfter(now)).count(),
                byDue().map(PriceReview::submitted)
                        .min(Comparator.naturalOrder())
                        .orElse(null)));
    }

    private Stream<PriceReview> byDue() {
        return bySku.values().stream()
                .filter(PriceReview::waits)
                .sorted(Comparator.comparing(PriceReview::due).thenComparing(PriceReview::sku));
    }
}
