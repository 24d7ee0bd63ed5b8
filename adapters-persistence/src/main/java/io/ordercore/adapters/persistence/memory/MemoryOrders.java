package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.order.OrderQuery;
import io.ordercore.application.order.Orders;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.Purchase;
import io.ordercore.domain.order.PurchaseId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders by id, and the events of all of them in the order in which they happened. */
final class MemoryOrders implements Orders {
    /** As PostgreSQL compares them: purchases byte by byte. */
    private static final Comparator<OrderId> BY_ID =
            Comparator.comparing((OrderId id) -> id.purchase().toString()).thenComparing(OrderId::number);

    private final MemoryTransactions transactions;
    private final Map<OrderId, Order> orders = new HashMap<>();
    private final Map<OrderId, List<OrderEvent>> histories = new HashMap<>();
    private final List<OrderEvent> events = new ArrayList<>();

    MemoryOrders(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return transactions.read(() -> Optional.ofNullable(orders.get(id)));
    }

    @Override
    public Optional<Purchase> purchase(PurchaseId id) {
        return transactions.read(() -> {
            List<Order> found = new ArrayList<>();
            for (int number = 1; orders.containsKey(new OrderId(id, number)); number++) {
                found.add(orders.get(new OrderId(id, number)));
            }
            return found.isEmpty() ? Optional.empty() : Optional.of(new Purchase(id, found));
        });
    }

    @Override
    public void save(List<OrderDecision.Changed> changes) {
        transactions.run(() -> {
            for (OrderDecision.Changed changed : changes) {
                Order before = orders.get(changed.order().id());
                if (before == null || before.version() != changed.baseVersion()) {
                    throw new StaleVersionException("order " + changed.order().id());
                }
                store(changed);
            }
        });
    }

    /** Stores a new or changed order, within a transaction. */
    void store(OrderDecision.Changed changed) {
        OrderId id = changed.order().id();
        List<OrderEvent> history = new ArrayList<>(histories.getOrDefault(id, List.of()));
        history.addAll(changed.events());
        transactions.put(orders, id, changed.order());
        transactions.put(histories, id, history);
        int size = events.size();
        transactions.onRollback(() -> events.subList(size, events.size()).clear());
        events.addAll(changed.events());
    }

    /** The events of all orders from a place on, at most {@code limit}. */
    List<OrderEvent> eventsFrom(int place, int limit) {
        return List.copyOf(events.subList(place, Math.min(events.size(), place + limit)));
    }

    @Override
    public List<OrderEvent> history(OrderId id, long after) {
        return transactions.read(() -> histories.getOrDefault(id, List.of()).stream()
                .filter(event -> event.sequence() > after)
                .toList());
    }

    @Override
    public List<Order> list(OrderQuery query) {
        return transactions.read(() -> orders.values().stream()
                .filter(order -> matches(query, order))
                .sorted(Comparator.comparing(Order::id, BY_ID.reversed()))
                .limit(query.limit())
                .toList());
    }

    private static boolean matches(OrderQuery query, Order order) {
        Instant placedAt = order.snapshot().placedAt();
        return isNullOr(query.buyer(), order.buyer())
                && isNullOr(query.merchant(), order.merchant())
                && isNullOr(query.status(), order.status())
                && (query.phone() == null
                        || digits(query.phone().value())
                                .equals(digits(order.recipient().phone().value())))
                && (query.placedFrom() == null || !placedAt.isBefore(query.placedFrom()))
                && (query.placedBefore() == null || placedAt.isBefore(query.placedBefore()))
                && (query.after() == null || BY_ID.compare(order.id(), query.after()) < 0);
    }

    private static boolean isNullOr(@Nullable Object wanted, Object actual) {
        return wanted == null || wanted.equals(actual);
    }

    private static String digits(String phone) {
        return phone.replace("+", "");
    }

    @Override
    public List<Order> due(Instant now, int skip, int limit) {
        return transactions.read(() -> orders.values().stream()
                .filter(order -> isDue(order, now))
                .sorted(Comparator.comparing(MemoryOrders::dueAt))
                .skip(skip)
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<Instant> earliestDeadline() {
        return transactions.read(() -> orders.values().stream()
                .map(MemoryOrders::dueAt)
                .filter(Instant.MAX::isAfter)
                .min(Comparator.naturalOrder()));
    }

    private static boolean isDue(Order order, Instant now) {
        Instant due = order.snapshot().dueAt();
        return due != null && !due.isAfter(now);
    }

    private static Instant dueAt(Order order) {
        Instant due = order.snapshot().dueAt();
        return due == null ? Instant.MAX : due;
    }
}
