package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.catalog.OfferChange;
import io.ordercore.application.catalog.OfferFeed;
import io.ordercore.application.catalog.OfferPlace;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.stock.StockItem;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Changes by their position, in the order in which they were made. */
final class MemoryOfferFeed implements OfferFeed {
    private final MemoryTransactions transactions;
    private final Clock clock = Clock.systemUTC();
    private final TreeMap<Long, OfferChange> changes = new TreeMap<>();
    private long last;

    MemoryOfferFeed(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    void tell(Offer offer) {
        OfferPlace place = next();
        transactions.put(
                changes,
                place.position(),
                new OfferChange(
                        place,
                        OfferChange.Kind.OFFER,
                        offer.sku(),
                        offer.merchant(),
                        offer.price(),
                        offer.orderable(),
                        null,
                        offer.version(),
                        clock.instant()));
    }

    /** Tells a count, and when goods sell out or come back. */
    void tell(@Nullable StockItem before, StockItem item) {
        if (before != null
                && before.version() == item.version()
                && (before.available() == 0) == (item.available() == 0)) {
            return;
        }
        OfferPlace place = next();
        transactions.put(
                changes,
                place.position(),
                new OfferChange(
                        place,
                        OfferChange.Kind.STOCK,
                        item.sku(),
                        item.merchant(),
                        null,
                        null,
                        item.available(),
                        item.version(),
                        clock.instant()));
    }

    private OfferPlace next() {
        last++;
        return new OfferPlace(0, last);
    }

    @Override
    public List<OfferChange> after(OfferPlace place, int limit) {
        return transactions.read(() -> changes.tailMap(place.position(), false).values().stream()
                .limit(limit)
                .toList());
    }

    @Override
    public OfferPlace end() {
        return transactions.read(() -> new OfferPlace(0, last));
    }

    @Override
    public int forgetOvertaken(Instant before) {
        return transactions.run(() -> {
            Set<String> newer = new HashSet<>();
            List<OfferChange> overtaken = List.copyOf(changes.descendingMap().values()).stream()
                    .filter(change -> !newer.add(key(change.kind(), change.sku())))
                    .filter(change -> change.at().isBefore(before))
                    .toList();
            overtaken.forEach(
                    change -> transactions.remove(changes, change.place().position()));
            return overtaken.size();
        });
    }

    private static String key(OfferChange.Kind kind, Sku sku) {
        return kind + " " + sku;
    }
}
