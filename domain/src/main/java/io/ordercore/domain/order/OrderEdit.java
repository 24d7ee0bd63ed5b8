package io.ordercore.domain.order;

import io.ordercore.domain.party.Actor;
import io.ordercore.domain.stock.StockMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Collects what one decision changes, so that an {@link Order} can stay immutable. Lives within one method call. */
final class OrderEdit {
    private final OrderSnapshot before;
    private final Money payableBefore;
    private final Actor actor;
    private final Instant now;
    private final List<OrderLine> lines;
    private final List<Hold> holds;
    private final List<OrderEvent> events = new ArrayList<>();
    private final List<StockMove> stock = new ArrayList<>();
    private OrderStatus status;
    private Money captured;
    private Money refundRequested;
    private Money refunded;
    private Money refundDue;
    private int fulfilments;
    private @Nullable Instant dueAt;

    OrderEdit(Order order, Actor actor, Instant now) {
        this.before = order.snapshot();
        this.payableBefore = order.payable();
        this.actor = actor;
        this.now = now;
        this.lines = new ArrayList<>(before.lines());
        this.holds = new ArrayList<>(before.holds());
        this.status = before.status();
        this.captured = before.captured();
        this.refundRequested = before.refundRequested();
        this.refunded = before.refunded();
        this.refundDue = Money.zero(captured.getCurrencyUnit());
        this.fulfilments = before.fulfilments();
        this.dueAt = before.dueAt();
    }

    void become(OrderStatus next, @Nullable Instant due) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException(before.id() + " cannot go from " + status + " to " + next);
        }
        status = next;
        dueAt = due;
    }

    void due(Instant at) {
        dueAt = at;
    }

    void captured(Money amount) {
        captured = captured.plus(amount);
    }

    void refunded(Money amount) {
        refunded = refunded.plus(amount);
    }

    void hold(Hold hold) {
        resolve(hold.type());
        holds.add(hold);
    }

    void resolve(Hold.Type type) {
        holds.removeIf(hold -> hold.type() == type);
    }

    int nextFulfilment() {
        fulfilments++;
        return fulfilments;
    }

    void move(Map<Integer, Integer> units, Quantity from, Quantity to) {
        units.forEach((number, count) -> change(number, ledger -> ledger.move(from, to, count)));
    }

    void add(Map<Integer, Integer> units, Quantity kind) {
        units.forEach((number, count) -> change(number, ledger -> ledger.add(kind, count)));
    }

    /** Cancels units, those without stock first, and gives back what was reserved for the others. */
    void cancel(Map<Integer, Integer> units) {
        units.forEach((number, count) -> {
            LineLedger ledger = line(number).ledger();
            int unallocated = Math.min(count, ledger.unallocated());
            int backordered = Math.min(count - unallocated, ledger.get(Quantity.BACKORDERED));
            int reserved = count - unallocated - backordered;
            change(
                    number,
                    it -> it.add(Quantity.CANCELLED, unallocated)
                            .move(Quantity.BACKORDERED, Quantity.CANCELLED, backordered)
                            .move(Quantity.RESERVED, Quantity.CANCELLED, reserved));
            if (reserved > 0) {
                moveStock(StockMove.Kind.RELEASE, Map.of(number, reserved));
            }
        });
    }

    void moveStock(StockMove.Kind kind, Map<Integer, Integer> units) {
        units.forEach(
                (number, count) -> stock.add(new StockMove(kind, line(number).sku(), count)));
    }

    void refundWhatIsNoLongerPayable() {
        if (captured.isZero()) {
            return;
        }
        refund(payableBefore.minus(Order.of(snapshot(before.version())).payable()));
    }

    /** Promises to give {@code amount} back; nothing happens if it is zero. */
    void refund(Money amount) {
        if (amount.isPositive()) {
            refundDue = refundDue.plus(amount);
            refundRequested = refundRequested.plus(amount);
            happened(OrderEventType.REFUND_REQUESTED, Map.of("amount", amount.toString()));
        }
    }

    boolean nothingLeft() {
        return lines.stream().allMatch(line -> line.ledger().get(Quantity.CANCELLED) == line.ordered());
    }

    boolean nothingOutstanding() {
        return lines.stream().allMatch(line -> line.ledger().outstanding() == 0);
    }

    void happened(OrderEventType type, Map<String, String> facts) {
        events.add(new OrderEvent(before.id(), before.version() + events.size() + 1, type, actor, now, facts));
    }

    OrderDecision.Changed done() {
        return new OrderDecision.Changed(
                Order.of(snapshot(before.version() + events.size())), events, stock, refundDue);
    }

    private OrderSnapshot snapshot(long version) {
        return new OrderSnapshot(
                before.id(),
                before.buyer(),
                before.merchant(),
                before.recipient(),
                lines,
                before.shipping(),
                status,
                holds,
                captured,
                refundRequested,
                refunded,
                fulfilments,
                before.placedAt(),
                dueAt,
                version);
    }

    private OrderLine line(int number) {
        return lines.get(indexOf(number));
    }

    private void change(int number, UnaryOperator<LineLedger> how) {
        int index = indexOf(number);
        OrderLine line = lines.get(index);
        lines.set(index, line.with(how.apply(line.ledger())));
    }

    private int indexOf(int number) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).number() == number) {
                return i;
            }
        }
        throw new IllegalArgumentException(before.id() + " has no line " + number);
    }
}
