package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.inspection.LotDraws;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.stock.StockItem;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws by their id. */
final class MemoryLotDraws implements LotDraws {
    private static final Comparator<LotDraw> BY_TIME = Comparator.comparing(LotDraw::committedAt)
            .thenComparing(draw -> draw.id().toString());

    private final MemoryTransactions transactions;
    private final MemoryStock stock;
    private final Map<UUID, LotDraw> draws = new HashMap<>();

    MemoryLotDraws(MemoryTransactions transactions, MemoryStock stock) {
        this.transactions = transactions;
        this.stock = stock;
    }

    @Override
    public List<Holding> uncommitted(int limit) {
        return transactions.read(() -> stock.all().stream()
                .filter(item -> item.onHand() >= 2 && open(item.sku()).isEmpty())
                .sorted(Comparator.comparing(StockItem::sku))
                .limit(limit)
                .map(item -> new Holding(item.merchant(), item.sku()))
                .toList());
    }

    private Optional<LotDraw> open(Sku sku) {
        return draws.values().stream()
                .filter(draw -> draw.sku().equals(sku) && draw.drawn() == null)
                .findFirst();
    }

    @Override
    public List<Counted> due(Instant now, int limit) {
        return transactions.read(() -> draws.values().stream()
                .filter(draw -> draw.drawn() == null && !draw.dueAt().isAfter(now))
                .sorted(Comparator.comparing(LotDraw::dueAt))
                .map(draw -> new Counted(
                        draw, stock.find(draw.sku()).map(StockItem::onHand).orElse(0L)))
                .filter(counted -> counted.units() >= 2)
                .limit(limit)
                .toList());
    }

    @Override
    public void save(LotDraw draw) {
        transactions.run(() -> {
            LotDraw before = draws.get(draw.id());
            boolean fits = before == null
                    ? draw.drawn() != null || open(draw.sku()).isEmpty()
                    : before.drawn() == null && draw.drawn() != null;
            if (!fits) {
                throw new StaleVersionException("draw of " + draw.sku());
            }
            transactions.put(draws, draw.id(), draw);
        });
    }

    @Override
    public Optional<LotDraw> of(InspectionId inspection) {
        return transactions.read(() -> draws.values().stream()
                .filter(draw ->
                        draw.drawn() != null && inspection.equals(draw.drawn().inspection()))
                .findFirst());
    }

    @Override
    public List<LotDraw> list(@Nullable MerchantId merchant, @Nullable UUID after, int limit) {
        return transactions.read(() -> {
            LotDraw last = after == null ? null : draws.get(after);
            return draws.values().stream()
                    .filter(draw -> merchant == null || draw.merchant().equals(merchant))
                    .filter(draw -> last == null || BY_TIME.compare(draw, last) < 0)
                    .sorted(BY_TIME.reversed())
                    .limit(limit)
                    .toList();
        });
    }
}
