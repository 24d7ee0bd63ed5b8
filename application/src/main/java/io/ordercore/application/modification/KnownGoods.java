package io.ordercore.application.modification;

import io.ordercore.application.Store;
import io.ordercore.application.catalog.Offers;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.QuotedLine;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.stock.StockItem;
import io.ordercore.domain.stock.StockMove;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of goods now: their offers and the units there are. */
final class KnownGoods {
    private final Store store;

    KnownGoods(Store store) {
        this.store = store;
    }

    /** The facts of what the changes are about. */
    Function<Sku, @Nullable SkuFacts> of(Order order, List<RequestedChange> wanted) {
        Collection<Sku> skus = wanted.stream()
                .map(change -> sku(order, change))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return known(skus, Map.of(), Map.of());
    }

    /** The facts at the prices that were agreed; what is held for the change counts as available. */
    Function<Sku, @Nullable SkuFacts> pinned(ChangeSet changeSet, List<StockMove> holding) {
        Map<Sku, QuotedLine> prices = new HashMap<>();
        changeSet.quote().lines().stream()
                .filter(line -> line.line() == 0 || line.after() > line.before())
                .forEach(line -> prices.put(line.sku(), line));
        Map<Sku, Long> held = new HashMap<>();
        holding.forEach(move -> held.merge(move.sku(), (long) move.quantity(), Long::sum));
        return known(prices.keySet(), prices, held);
    }

    private Function<Sku, @Nullable SkuFacts> known(
            Collection<Sku> skus, Map<Sku, QuotedLine> prices, Map<Sku, Long> held) {
        Map<Sku, StockItem> items = skus.isEmpty() ? Map.of() : store.stock().find(skus);
        Map<Sku, SkuFacts> facts = new HashMap<>();
        Offers offers = store.offers();
        for (Sku sku : skus) {
            offers.find(sku).ifPresent(offer -> {
                StockItem item = items.get(sku);
                long available = item == null ? 0 : item.available();
                facts.put(sku, new SkuFacts(at(offer, prices.get(sku)), available + held.getOrDefault(sku, 0L)));
            });
        }
        return facts::get;
    }

    private static Offer at(Offer offer, @Nullable QuotedLine agreed) {
        return agreed == null
                ? offer
                : new Offer(
                        offer.sku(),
                        offer.merchant(),
                        agreed.title(),
                        offer.attributes(),
                        agreed.unitPrice(),
                        offer.orderable(),
                        offer.version());
    }

    private static Optional<Sku> sku(Order order, RequestedChange change) {
        Sku named = change.sku();
        if (named != null) {
            return Optional.of(named);
        }
        return Optional.ofNullable(change.line()).flatMap(order::line).map(OrderLine::sku);
    }
}
