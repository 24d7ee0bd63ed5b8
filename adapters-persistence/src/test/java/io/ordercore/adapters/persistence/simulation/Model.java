package io.ordercore.adapters.persistence.simulation;

import io.ordercore.adapters.persistence.memory.MemoryStore;
import io.ordercore.application.CommandKey;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.application.order.OrderQuery;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.LineRefusal;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentTransaction;
import io.ordercore.domain.stock.StockItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What must be true of the simulated marketplace, told apart from how it is done. */
final class Model {
    private static final Money NOTHING = Money.zero(CurrencyUnit.of("CNY"));

    private final MemoryStore store;
    private final UnreliableBank bank;
    private final Map<CommandKey, PurchaseId> acknowledged = new HashMap<>();
    private final Set<CommandKey> unknown = new HashSet<>();
    private final Map<OrderId, Long> heard = new HashMap<>();
    private final Set<OrderEventType> told = EnumSet.noneOf(OrderEventType.class);

    Model(MemoryStore store, UnreliableBank bank) {
        this.store = store;
        this.bank = bank;
    }

    /** Notes an answer; the ids of the orders it made, empty for a repetition or a no. */
    List<OrderId> answered(CommandKey key, OrderIntake.Admission admission) {
        return admission.decide(new OrderIntake.Admission.Cases<>() {
            @Override
            public List<OrderId> placed(OrderIntake.PlacedPurchase purchase) {
                return isNew(key, purchase, false);
            }

            @Override
            public List<OrderId> replayed(OrderIntake.PlacedPurchase purchase) {
                return isNew(key, purchase, true);
            }

            @Override
            public List<OrderId> refused(List<LineRefusal> lines) {
                require(!acknowledged.containsKey(key), key + " was placed and is refused now");
                return List.of();
            }

            @Override
            public List<OrderId> otherCommand() {
                throw new AssertionError(key + " is taken for another command");
            }

            @Override
            public List<OrderId> inProgress() {
                throw new AssertionError(key + " is in progress in a single thread");
            }

            @Override
            public List<OrderId> overloaded(Duration retryAfter) {
                throw new AssertionError("no queue, no overload");
            }
        });
    }

    /** Nobody knows whether this one was stored. */
    void unknown(CommandKey key) {
        unknown.add(key);
    }

    private List<OrderId> isNew(CommandKey key, OrderIntake.PlacedPurchase purchase, boolean replayed) {
        PurchaseId before = acknowledged.put(key, purchase.id());
        require(before == null || before.equals(purchase.id()), key + " was placed twice");
        require(before == null || replayed, key + " was placed anew although it had been acknowledged");
        require(before != null || !replayed || unknown.contains(key), key + " is replayed but was never stored");
        if (before != null) {
            return List.of();
        }
        return IntStream.rangeClosed(1, purchase.orders().size())
                .mapToObj(number -> new OrderId(purchase.id(), number))
                .toList();
    }

    /** A listener is told. */
    void hears(List<OrderEvent> events) {
        for (OrderEvent event : events) {
            long last = heard.getOrDefault(event.order(), 0L);
            require(
                    event.sequence() <= last + 1,
                    "event " + event.sequence() + " of " + event.order() + " after " + last);
            heard.put(event.order(), Math.max(last, event.sequence()));
            told.add(event.type());
        }
    }

    Set<OrderEventType> told() {
        return told;
    }

    /** What holds after every step. */
    void check() {
        List<Order> orders = allOrders();
        Map<PurchaseId, List<Order>> stored = orders.stream()
                .collect(Collectors.groupingBy(order -> order.id().purchase()));
        acknowledged.forEach(
                (key, purchase) -> require(stored.containsKey(purchase), purchase + " was acknowledged and is lost"));
        require(stored.size() <= acknowledged.size() + unknown.size(), "more purchases than were ever asked for");
        checkStock(orders);
        orders.forEach(this::checkHistory);
        stored.forEach(this::checkMoney);
        require(!bank.given().isGreaterThan(bank.taken()), "the bank gave " + bank.given() + " of " + bank.taken());
        heard.forEach((order, sequence) -> require(
                store.orders().find(order).map(Order::version).orElse(0L) >= sequence,
                "event " + sequence + " of " + order + " was heard of and never happened"));
    }

    /** What holds once nothing is under way any more. */
    void checkAtRest() {
        Money captured = NOTHING;
        Money promised = NOTHING;
        Money refunded = NOTHING;
        for (Order order : allOrders()) {
            captured = captured.plus(order.snapshot().captured());
            promised = promised.plus(order.snapshot().refundRequested());
            refunded = refunded.plus(order.snapshot().refunded());
            require(order.status() != OrderStatus.PENDING_PAYMENT, order.id() + " still waits for payment");
            require(
                    order.version() == heard.getOrDefault(order.id(), 0L),
                    "of " + order.id() + " only " + heard.get(order.id()) + " events of " + order.version()
                            + " were told");
        }
        require(captured.equals(bank.taken()), "the bank took " + bank.taken() + ", orders say " + captured);
        require(promised.equals(refunded), "promised back " + promised + ", paid back " + refunded);
        require(refunded.equals(bank.given()), "the bank gave " + bank.given() + ", orders say " + refunded);
    }

    private void checkStock(List<Order> orders) {
        Map<Sku, Long> promised = new HashMap<>();
        for (Order order : orders) {
            for (OrderLine line : order.lines()) {
                promised.merge(
                        line.sku(),
                        (long) line.ledger().get(Quantity.RESERVED)
                                + line.ledger().inWarehouse(),
                        Long::sum);
            }
        }
        promised.forEach((sku, units) -> {
            long reserved = store.stock().find(sku).map(StockItem::reserved).orElse(0L);
            require(reserved == units, sku + ": " + reserved + " reserved, orders need " + units);
        });
    }

    private void checkHistory(Order order) {
        long sequence = 0;
        for (OrderEvent event : store.orders().history(order.id(), 0)) {
            sequence++;
            require(event.sequence() == sequence, order.id() + " has no event " + sequence);
        }
        require(
                sequence == order.version(),
                order.id() + " is at " + order.version() + " with " + sequence + " events");
    }

    private void checkMoney(PurchaseId purchase, List<Order> orders) {
        Optional<PaymentIntent> intent = store.payments().find(purchase);
        Money captured = intent.map(PaymentIntent::captured).orElse(NOTHING);
        Money promised = intent.map(PaymentIntent::givenBack).orElse(NOTHING);
        Money refunded = intent.map(it -> it.transactions().stream()
                        .filter(transaction -> transaction.succeeded(PaymentTransaction.Kind.REFUND))
                        .map(PaymentTransaction::amount)
                        .reduce(NOTHING, Money::plus))
                .orElse(NOTHING);
        require(sum(orders, Kind.CAPTURED).equals(captured), purchase + ": captures differ");
        require(sum(orders, Kind.PROMISED).equals(promised), purchase + ": promised refunds differ");
        require(sum(orders, Kind.REFUNDED).equals(refunded), purchase + ": refunds differ");
        require(!promised.isGreaterThan(captured), purchase + ": more promised back than captured");
    }

    private enum Kind {
        CAPTURED,
        PROMISED,
        REFUNDED
    }

    private static Money sum(List<Order> orders, Kind kind) {
        return orders.stream()
                .map(order -> switch (kind) {
                    case CAPTURED -> order.snapshot().captured();
                    case PROMISED -> order.snapshot().refundRequested();
                    case REFUNDED -> order.snapshot().refunded();
                })
                .reduce(NOTHING, Money::plus);
    }

    private List<Order> allOrders() {
        List<Order> all = new ArrayList<>();
        @Nullable OrderId after = null;
        List<Order> page;
        do {
            page = store.orders()
                    .list(new OrderQuery(null, null, null, null, null, null, after, OrderQuery.LARGEST_PAGE));
            all.addAll(page);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == OrderQuery.LARGEST_PAGE);
        return all;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
