package io.ordercore.bootstrap.replay;

import com.google.common.collect.Iterables;
import io.ordercore.application.Ordercore;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.FulfilmentStatus;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.stock.StockItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the order core says after a replay against the recording and against the bank's own books: every order in its
 * recorded final state, money in = money out + held, stock in = stock out + left, every history without a gap.
 */
final class Conservation {
    private static final int TOGETHER = 1_000;

    private final Replay replay;
    private final List<RecordedOrder> recorded;
    private final CurrencyUnit currency;
    private final List<String> violations = new ArrayList<>();
    private final Map<Sku, Long> shipped = new HashMap<>();
    private final Map<Sku, Long> reserved = new HashMap<>();
    private Money taken;
    private Money givenBack;
    private long units;
    private long events;

    Conservation(Replay replay, List<RecordedOrder> recorded, CurrencyUnit currency) {
        this.replay = replay;
        this.recorded = recorded;
        this.currency = currency;
        this.taken = Money.zero(currency);
        this.givenBack = Money.zero(currency);
    }

    /** What is wrong, one sentence each; empty if all is well. */
    List<String> violations() {
        Iterables.partition(recorded, TOGETHER)
                .forEach(some -> some.parallelStream().map(this::look).toList().forEach(this::check));
        checkMoney();
        checkStock();
        return violations;
    }

    private Found look(RecordedOrder order) {
        OrderId id = replay.placed().get(order);
        FindOrders orders = replay.core().orders().findOrders();
        return id == null
                ? new Found(order, null, Optional.empty(), List.of())
                : new Found(order, id, orders.order(id), orders.history(id, 0));
    }

    private void check(Found found) {
        if (found.id() == null) {
            violations.add(found.recorded().id() + " was not placed");
            return;
        }
        found.order()
                .ifPresentOrElse(
                        stored -> {
                            check(found.recorded(), stored);
                            checkHistory(stored, found.history());
                        },
                        () -> violations.add(found.id() + " is lost"));
    }

    /** What the order core knows of a recorded order. */
    private record Found(
            RecordedOrder recorded, @Nullable OrderId id, Optional<Order> order, List<OrderEvent> history) {}

    /** What was counted, for people. */
    String summary() {
        return "%,d orders, %,d events; money in %s = out %s + held %s; %,d units in"
                .formatted(recorded.size(), events, taken, givenBack, taken.minus(givenBack), units);
    }

    private void check(RecordedOrder order, Order stored) {
        OrderStatus status = switch (order.ending()) {
            case UNPAID -> OrderStatus.PENDING_PAYMENT;
            case PAID, SHIPPED -> OrderStatus.CONFIRMED;
            case DELIVERED -> OrderStatus.COMPLETED;
            case CANCELLED, CANCELLED_UNPAID -> OrderStatus.CANCELLED;
        };
        FulfilmentStatus fulfilment = switch (order.ending()) {
            case SHIPPED -> FulfilmentStatus.SHIPPED;
            case DELIVERED -> FulfilmentStatus.DELIVERED;
            case UNPAID, PAID, CANCELLED, CANCELLED_UNPAID -> FulfilmentStatus.UNFULFILLED;
        };
        if (stored.status() != status || stored.fulfilmentStatus() != fulfilment) {
            violations.add("%s ended %s, %s instead of %s, %s"
                    .formatted(order.id(), stored.status(), stored.fulfilmentStatus(), status, fulfilment));
        }
        Money kept = order.isPaid() && order.ending() != RecordedOrder.Ending.CANCELLED
                ? order.total()
                : Money.zero(currency);
        Money captured = stored.snapshot().captured();
        Money refunded = stored.snapshot().refunded();
        if (!captured.minus(refunded).equals(kept)) {
            violations.add("%s keeps %s instead of %s".formatted(order.id(), captured.minus(refunded), kept));
        }
        taken = taken.plus(captured);
        givenBack = givenBack.plus(refunded);
        stored.lines().forEach(line -> {
            shipped.merge(line.sku(), (long) line.ledger().get(Quantity.SHIPPED), Long::sum);
            reserved.merge(
                    line.sku(),
                    (long) (line.ledger().get(Quantity.RESERVED) + line.ledger().inWarehouse()),
                    Long::sum);
        });
    }

    private void checkHistory(Order order, List<OrderEvent> history) {
        long sequence = 0;
        for (OrderEvent event : history) {
            sequence++;
            events++;
            if (event.sequence() != sequence) {
                violations.add(order.id() + " has no event " + sequence);
                return;
            }
        }
        if (sequence != order.version()) {
            violations.add("%s is at version %d with %d events".formatted(order.id(), order.version(), sequence));
        }
    }

    private void checkMoney() {
        Money bankTook = replay.bank().taken(currency);
        Money bankGave = replay.bank().given(currency);
        if (!bankTook.equals(taken) || !bankGave.equals(givenBack)) {
            violations.add("the bank took %s and gave %s, the orders say %s and %s"
                    .formatted(bankTook, bankGave, taken, givenBack));
        }
    }

    private void checkStock() {
        Ordercore core = replay.core();
        Map<Sku, Long> in = new HashMap<>();
        recorded.forEach(order -> in.merge(order.sku(), (long) order.units(), Long::sum));
        Map<Sku, StockItem> stock = in.keySet().parallelStream()
                .map(sku -> core.stock().manageStock().find(sku).orElseThrow())
                .collect(Collectors.toMap(StockItem::sku, item -> item));
        in.forEach((sku, counted) -> {
            units += counted;
            StockItem left = Objects.requireNonNull(stock.get(sku));
            if (counted != shipped.getOrDefault(sku, 0L) + left.onHand()) {
                violations.add(
                        "%s: %d in, %d shipped, %d left".formatted(sku, counted, shipped.get(sku), left.onHand()));
            }
            if (left.reserved() != reserved.getOrDefault(sku, 0L)) {
                violations.add("%s: %d reserved, orders need %d".formatted(sku, left.reserved(), reserved.get(sku)));
            }
        });
    }
}
