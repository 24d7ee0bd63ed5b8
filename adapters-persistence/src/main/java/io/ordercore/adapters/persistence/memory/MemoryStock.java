package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.stock.Stock;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.stock.StockItem;
import io.ordercore.domain.stock.StockMove;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stock by SKU. */
final class MemoryStock implements Stock {
    private final MemoryTransactions transactions;
    private final MemoryOfferFeed feed;
    private final Map<Sku, StockItem> items = new HashMap<>();

    MemoryStock(MemoryTransactions transactions, MemoryOfferFeed feed) {
        this.transactions = transactions;
        this.feed = feed;
    }

    @Override
    public Optional<StockItem> find(Sku sku) {
        return transactions.read(() -> Optional.ofNullable(items.get(sku)));
    }

    @Override
    public Map<Sku, StockItem> find(Collection<Sku> skus) {
        return transactions.read(() -> {
            Map<Sku, StockItem> found = new HashMap<>();
            skus.forEach(sku -> find(sku).ifPresent(item -> found.put(sku, item)));
            return found;
        });
    }

    List<StockItem> all() {
        return transactions.read(() -> List.copyOf(items.values()));
    }

    @Override
    public void count(List<StockItem> counts) {
        transactions.run(() -> counts.forEach(this::countOne));
    }

    private void countOne(StockItem item) {
        StockItem before = items.get(item.sku());
        long reserved = before == null ? 0 : before.reserved();
        long version = before == null ? 1 : before.version() + 1;
        if (item.version() != version || reserved > item.onHand()) {
            throw new StaleVersionException("stock of " + item.sku());
        }
        StockItem counted = new StockItem(
                item.sku(), before == null ? item.merchant() : before.merchant(), item.onHand(), reserved, version);
        transactions.put(items, item.sku(), counted);
        feed.tell(before, counted);
    }

    @Override
    public void apply(List<StockMove> moves) {
        transactions.run(() -> moves.forEach(this::apply));
    }

    private void apply(StockMove move) {
        StockItem before = items.get(move.sku());
        if (before == null) {
            throw new StaleVersionException("stock of " + move.sku());
        }
        try {
            StockItem after = before.after(move);
            transactions.put(items, move.sku(), after);
            feed.tell(before, after);
        } catch (IllegalArgumentException e) {
            StaleVersionException stale = new StaleVersionException("stock of " + move.sku());
            stale.initCause(e);
            throw stale;
        }
    }
}
