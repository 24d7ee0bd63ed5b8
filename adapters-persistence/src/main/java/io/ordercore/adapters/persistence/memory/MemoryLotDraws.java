package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.inspection.LotDraws;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.stock.StockItem;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws by their id. */
final class MemoryLotDraws implements LotDraws {
    private final MemoryTransactions transactions;
    private final MemoryStock stock;
    private final Map<UUID, LotDraw> draws = new HashMap<>();

    MemoryLotDraws(MemoryTransactions transactions, MemoryStock stock) {
        this.transactions = transactions;
        this.stock = stock;
    }

    @Override
    public List<Holding> undrawn(Instant since, int limit) {
        return transactions.read(() -> stock.all().stream()
                .filter(item -> item.onHand() >= 2 && !isDrawn(item.sku(), since))
                .sorted(Comparator.comparing(StockItem::sku))
                .limit(limit)
                .map(item -> new Holding(item.merchant(), item.sku(), item.onHand()))
                .toList());
    }

    private boolean isDrawn(Sku sku, Instant since) {
        return draws.values().stream()
                .anyMatch(draw -> draw.sku().equals(sku) && draw.drawnAt().isAfter(since));
    }

    @Override
    public void save(LotDraw draw) {
        transactions.run(() -> transactions.put(draws, draw.id(), draw));
    }

    @Override
    public List<LotDraw> list(@Nullable MerchantId merchant, int limit) {
        return transactions.read(() -> draws.values().stream()
                .filter(draw -> merchant == null || draw.merchant().equals(merchant))
                .sorted(Comparator.comparing(LotDraw::drawnAt)
                        .thenComparing(draw -> draw.id().toString())
                        .reversed())
                .limit(limit)
                .toList());
    }
}
