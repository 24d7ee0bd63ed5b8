package io.ordercore.application.inspection;

import io.ordercore.application.catalog.Offers;
import io.ordercore.application.catalog.listing.Listings;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.OrderQuery;
import io.ordercore.application.order.Orders;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes a product off sale and puts it back, in the running transaction: the offer, the orders that are not shipped, the case.
 * An order placed in the very moment of suspension is caught by {@link InspectionReactions}.
 */
final class Suspension {
    private static final Actor PLATFORM = Actor.system("quality-inspection");
    private static final List<OrderStatus> NOT_SHIPPED = List.of(OrderStatus.PENDING_PAYMENT, OrderStatus.CONFIRMED);

    private final Inspections inspections;
    private final Offers offers;
    private final Listings listings;
    private final Orders orders;
    private final OrderChanges changes;

    Suspension(Inspections inspections, Offers offers, Listings listings, Orders orders, OrderChanges changes) {
        this.inspections = inspections;
        this.offers = offers;
        this.listings = listings;
        this.orders = orders;
        this.changes = changes;
    }

    Optional<Rectification> openCase(Sku sku) {
        return inspections.rectifications(sku).stream()
                .filter(Rectification::isOpen)
                .findFirst();
    }

    void suspend(Inspection failed, DefectClass severity, Instant now) {
        Sku sku = failed.lot().sku();
        orderable(sku, false);
        if (openCase(sku).isEmpty()) {
            inspections.save(Rectification.opened(failed, severity, now));
        }
        forEachUnshipped(failed.lot().merchant(), sku, (order, at) -> held(order, at));
    }

    void lift(Sku sku, Instant now) {
        Optional<Rectification> open = openCase(sku);
        if (open.isEmpty()) {
            return;
        }
        inspections.save(open.get().closed(now));
        orderable(sku, true);
        forEachUnshipped(open.get().merchant(), sku, (order, at) -> order.resolveHold(Hold.Type.QUALITY, PLATFORM, at));
    }

    /** Holds those of some orders that have something off sale by an inspection in them. Nearly always nothing is. */
    void holdSuspended(List<OrderId> placed) {
        Set<Sku> offSale = inspections.underRectification();
        if (offSale.isEmpty()) {
            return;
        }
        for (OrderId id : placed) {
            boolean suspended = orders.find(id).stream()
                    .flatMap(it -> it.lines().stream())
                    .anyMatch(line -> offSale.contains(line.sku()));
            if (suspended) {
                changes.change(id, null, Suspension::held);
            }
        }
    }

    private static OrderDecision held(Order order, Instant now) {
        return order.hold(Hold.of(Hold.Type.QUALITY, "inspection-not-accepted", now), PLATFORM, now);
    }

    private void orderable(Sku sku, boolean orderable) {
        offers.find(sku)
                .filter(offer -> offer.orderable() != orderable)
                .filter(offer -> !orderable || listings.sells(sku))
                .ifPresent(offer -> offers.save(new Offer(
                        offer.sku(),
                        offer.merchant(),
                        offer.title(),
                        offer.attributes(),
                        offer.price(),
                        orderable,
                        offer.version() + 1)));
    }

    private void forEachUnshipped(MerchantId merchant, Sku sku, BiFunction<Order, Instant, OrderDecision> change) {
        List<OrderId> found = new ArrayList<>();
        for (OrderStatus status : NOT_SHIPPED) {
            OrderId after = null;
            List<Order> page;
            do {
                page = orders.list(query(merchant, status, after));
                for (Order order : page) {
                    after = order.id();
                    if (order.lines().stream()
                            .anyMatch(line -> line.sku().equals(sku)
                                    && line.ordered()
                                                    - line.ledger().get(Quantity.CANCELLED)
                                                    - line.ledger().get(Quantity.SHIPPED)
                                            > 0)) {
                        found.add(order.id());
                    }
                }
            } while (page.size() == OrderQuery.LARGEST_PAGE);
        }
        found.forEach(id -> changes.change(id, null, change));
    }

    private static OrderQuery query(MerchantId merchant, OrderStatus status, @Nullable OrderId after) {
        return new OrderQuery(null, merchant, status, null, null, null, after, OrderQuery.LARGEST_PAGE);
    }
}
