package io.ordercore.application.order;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.MerchantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the orders that still have units of some goods to ship when those goods leave the sale for their quality. */
public final class HoldUnshipped {
    /** The reason such a hold carries. */
    public static final String REASON = "listing-suspended";

    private static final Actor PLATFORM = Actor.system("product-review");
    private static final List<OrderStatus> NOT_SHIPPED = List.of(OrderStatus.PENDING_PAYMENT, OrderStatus.CONFIRMED);

    private final Orders orders;
    private final OrderChanges changes;

    public HoldUnshipped(Orders orders, OrderChanges changes) {
        this.orders = orders;
        this.changes = changes;
    }

    /** Holds each of them, in the running transaction; one that is held for its quality already stays as it is. */
    public void hold(MerchantId merchant, Set<Sku> skus) {
        unshipped(orders, merchant, skus).stream()
                .filter(order -> quality(order) == null)
                .forEach(order -> changes.change(
                        order.id(),
                        null,
                        (found, now) -> found.hold(Hold.of(Hold.Type.QUALITY, REASON, now), PLATFORM, now)));
    }

    /** Resolves the holds that {@link #hold} placed. */
    public void resolve(MerchantId merchant, Set<Sku> skus) {
        unshipped(orders, merchant, skus).stream()
                .filter(order -> REASON.equals(quality(order)))
                .map(Order::id)
                .forEach(id ->
                        changes.change(id, null, (found, now) -> found.resolveHold(Hold.Type.QUALITY, PLATFORM, now)));
    }

    private static @Nullable String quality(Order order) {
        return order.holds().stream()
                .filter(hold -> hold.type() == Hold.Type.QUALITY)
                .map(Hold::reason)
                .findFirst()
                .orElse(null);
    }

    /** A merchant's orders with units of these goods that have not left yet. */
    public static List<Order> unshipped(Orders orders, MerchantId merchant, Set<Sku> skus) {
        List<Order> found = new ArrayList<>();
        for (OrderStatus status : NOT_SHIPPED) {
            OrderId after = null;
            List<Order> page;
            do {
                page = orders.list(
                        new OrderQuery(null, merchant, status, null, null, null, after, OrderQuery.LARGEST_PAGE));
                for (Order order : page) {
                    after = order.id();
                    if (order.lines().stream()
                            .anyMatch(line -> skus.contains(line.sku())
                                    && line.uncancelled() > line.ledger().get(Quantity.SHIPPED))) {
                        found.add(order);
                    }
                }
            } while (page.size() == OrderQuery.LARGEST_PAGE);
        }
        return found;
    }
}
