package io.ordercore.application.order;

import io.ordercore.application.Ids;
import io.ordercore.application.catalog.Offers;
import io.ordercore.application.catalog.Sellers;
import io.ordercore.application.stock.Stock;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.order.Placing;
import io.ordercore.domain.order.PlacingDecision;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.stock.StockItem;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

final class PreviewPurchaseService implements PreviewPurchase {
    private final Offers offers;
    private final Sellers sellers;
    private final Stock stock;
    private final OrderTerms terms;
    private final Clock clock;
    private final Ids ids;

    PreviewPurchaseService(Offers offers, Sellers sellers, Stock stock, OrderTerms terms, Clock clock, Ids ids) {
        this.offers = offers;
        this.sellers = sellers;
        this.stock = stock;
        this.terms = terms;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public PlacingDecision preview(PurchaseRequest request, Actor actor) {
        Instant now = clock.instant();
        Map<Sku, StockItem> items = stock.find(
                request.lines().stream().map(PurchaseLine::sku).distinct().toList());
        return Placing.decide(
                new PurchaseId(ids.next()),
                request,
                sku -> facts(sku, items.get(sku)),
                actor,
                now,
                now.plus(terms.payWithin()));
    }

    private @Nullable Integer ordersLeft(Offer offer) {
        OptionalInt left = sellers.ordersLeft(offer.merchant(), clock.instant());
        return left.isPresent() ? Integer.valueOf(left.getAsInt()) : null;
    }

    private @Nullable SkuFacts facts(Sku sku, @Nullable StockItem item) {
        return offers.find(sku)
                .map(offer -> new SkuFacts(offer, item == null ? 0 : item.available(), ordersLeft(offer)))
                .orElse(null);
    }
}
