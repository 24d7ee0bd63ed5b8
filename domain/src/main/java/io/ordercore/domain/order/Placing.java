package io.ordercore.domain.order;

import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.DeliveryWishes;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.stock.StockMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a purchase becomes orders: one per merchant, never dearer than the buyer saw, from stock that is there. A pure function of
 * the request and the facts, so that a preview and the intake cannot differ.
 */
public final class Placing {
    private Placing() {}

    /**
     * Decides on a purchase.
     *
     * @param facts the current facts of a SKU, null where it is unknown
     * @param payBy when the orders expire unless paid
     */
    public static PlacingDecision decide(
            PurchaseId id,
            PurchaseRequest request,
            Function<Sku, @Nullable SkuFacts> facts,
            Actor actor,
            Instant now,
            Instant payBy) {
        CurrencyUnit currency = request.lines().get(0).seenPrice().getCurrencyUnit();
        Map<Sku, Long> taken = new HashMap<>();
        Map<MerchantId, List<OrderLine>> linesByMerchant = new LinkedHashMap<>();
        List<LineRefusal> refusals = new ArrayList<>(0);
        List<LoweredPrice> lowered = new ArrayList<>(0);
        for (int i = 0; i < request.lines().size(); i++) {
            PurchaseLine line = request.lines().get(i);
            SkuFacts known = facts.apply(line.sku());
            LineRefusal refusal = refusal(i, line, known, taken.getOrDefault(line.sku(), 0L), currency);
            if (refusal != null) {
                refusals.add(refusal);
            } else if (known != null) {
                taken.merge(line.sku(), (long) line.quantity(), Long::sum);
                Offer offer = known.offer();
                if (offer.price().isLessThan(line.seenPrice())) {
                    lowered.add(new LoweredPrice(i, line.sku(), line.seenPrice(), offer.price()));
                }
                List<OrderLine> lines =
                        linesByMerchant.computeIfAbsent(offer.merchant(), merchant -> new ArrayList<>());
                lines.add(new OrderLine(
                        lines.size() + 1,
                        line.sku(),
                        offer.title(),
                        offer.price(),
                        Money.zero(currency),
                        LineLedger.reserved(line.quantity())));
            }
        }
        if (!refusals.isEmpty()) {
            return new PlacingDecision.Refused(refusals);
        }
        List<OrderDecision.Changed> orders = new ArrayList<>(linesByMerchant.size());
        linesByMerchant.forEach((merchant, lines) ->
                orders.add(placed(new OrderId(id, orders.size() + 1), request, merchant, lines, actor, now, payBy)));
        return new PlacingDecision.Placed(id, orders, lowered);
    }

    private static @Nullable LineRefusal refusal(
            int index, PurchaseLine line, @Nullable SkuFacts known, long taken, CurrencyUnit currency) {
        if (known == null) {
            return new LineRefusal(index, line.sku(), LineRefusal.Reason.UNKNOWN_SKU, null, 0);
        }
        Offer offer = known.offer();
        long available = Math.max(0, known.available() - taken);
        LineRefusal.Reason reason = null;
        if (!offer.orderable()) {
            reason = LineRefusal.Reason.NOT_ORDERABLE;
        } else if (known.takesNoMoreOrders()) {
            reason = LineRefusal.Reason.MERCHANT_AT_LIMIT;
        } else if (!line.seenPrice().getCurrencyUnit().equals(currency)) {
            reason = LineRefusal.Reason.OTHER_CURRENCY;
        } else if (isDearer(offer.price(), line.seenPrice())) {
            reason = LineRefusal.Reason.PRICE_CHANGED;
        } else if (available < line.quantity()) {
            reason = LineRefusal.Reason.INSUFFICIENT_STOCK;
        }
        return reason == null ? null : new LineRefusal(index, line.sku(), reason, offer.price(), available);
    }

    /** In another currency nobody can say, so the buyer is asked again. */
    private static boolean isDearer(Money price, Money seen) {
        return !price.isSameCurrency(seen) || price.isGreaterThan(seen);
    }

    private static OrderDecision.Changed placed(
            OrderId id,
            PurchaseRequest request,
            MerchantId merchant,
            List<OrderLine> lines,
            Actor actor,
            Instant now,
            Instant payBy) {
        Money nothing = Money.zero(lines.get(0).unitPrice().getCurrencyUnit());
        Order order = Order.of(new OrderSnapshot(
                id,
                request.buyer(),
                merchant,
                request.recipient(),
                DeliveryWishes.NONE,
                lines,
                nothing,
                OrderStatus.PENDING_PAYMENT,
                List.of(),
                nothing,
                nothing,
                nothing,
                0,
                now,
                payBy,
                1));
        List<StockMove> moves = lines.stream()
                .map(line -> new StockMove(StockMove.Kind.RESERVE, line.sku(), line.ordered()))
                .toList();
        OrderEvent event = new OrderEvent(
                id,
                1,
                OrderEventType.PLACED,
                actor,
                now,
                Map.of("total", order.total().toString()));
        return new OrderDecision.Changed(order, List.of(event), moves, nothing);
    }
}
