package io.ordercore.domain.order;

import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.DeliveryWishes;
import io.ordercore.domain.party.Recipient;
import io.ordercore.domain.stock.StockMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Collects what one decision changes, so that an {@link Order} can stay immutable. Lives within one method call. */
final class OrderEdit {
    private final OrderSnapshot before;
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
    private Recipient recipient;
    private DeliveryWishes wishes;
    private Money shipping;
    private @Nullable Instant dueAt;

    OrderEdit(Order order, Actor actor, Instant now) {
        this.before = order.snapshot();
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
        this.recipient = before.recipient();
        this.wishes = before.wishes();
        this.shipping = before.shipping();
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

    void recipient(Recipient to) {
        recipient = to;
    }

    void wishes(DeliveryWishes now) {
        wishes = now;
    }

    void shipping(Money amount) {
        shipping = amount;
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

    /** The balance decides, not the step: what is held beyond what the order costs now goes back. */
    void refundWhatIsNoLongerPayable() {
        Order now = Order.of(snapshot(before.version()));
        refund(now.paid().minus(now.payable()));
    }

    /** Carries out a change; answers its facts. */
    Map<String, String> modify(OrderModification change) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("change", change.reference());
        change.grown().forEach((number, count) -> {
            change(number, ledger -> ledger.add(Quantity.ORDERED, count).add(Quantity.RESERVED, count));
            facts.put("line." + number + ".more", Integer.toString(count));
        });
        moveStock(StockMove.Kind.RESERVE, change.grown());
        change.added().forEach(added -> {
            int number = append(added);
            facts.put("line." + number + ".sku", added.sku().value());
            facts.put("line." + number + ".more", Integer.toString(added.units()));
        });
        cancel(change.taken());
        change.taken().forEach((number, count) -> facts.put("line." + number + ".fewer", Integer.toString(count)));
        if (change.recipient() != null) {
            recipient = change.recipient();
            facts.put("recipient", "changed");
        }
        DeliveryWishes wanted = change.wishes();
        if (wanted != null) {
            if (!wanted.note().equals(wishes.note())) {
                facts.put("note", "changed");
            }
            DeliveryWindow window = wanted.window();
            if (window != null && !window.equals(wishes.window())) {
                facts.put("window", window.from() + "/" + window.to());
            }
            wishes = wanted;
        }
        if (!shipping.equals(change.shipping())) {
            shipping = change.shipping();
            facts.put("shipping", shipping.toString());
        }
        return facts;
    }

    private int append(OrderModification.AddedLine added) {
        int number = append(added, Money.zero(added.unitPrice().getCurrencyUnit()), LineLedger.reserved(added.units()));
        moveStock(StockMove.Kind.RESERVE, Map.of(number, added.units()));
        return number;
    }

    /** A new line whose units wait for the shelf; answers its number. */
    int appendUnallocated(OrderModification.AddedLine added, Money discount) {
        return append(added, discount, LineLedger.of(Map.of(Quantity.ORDERED, added.units())));
    }

    private int append(OrderModification.AddedLine added, Money discount, LineLedger ledger) {
        int number = lines.stream().mapToInt(OrderLine::number).max().orElse(0) + 1;
        lines.add(new OrderLine(number, added.sku(), added.title(), added.unitPrice(), discount, ledger));
        return number;
    }

    /** Promises to give {@code amount} back; nothing happens if it is zero. */
    void refund(Money amount) {
        if (amount.isPositive()) {
            refundDue = refundDue.plus(amount);
            refundRequested = refundRequested.plus(amount);
            happened(OrderEventType.REFUND_REQUESTED, Map.of("amount", amount.toString()));
        }
    }

    /** The line costs less by {@code amount}. */
    void lower(int number, Money amount) {
        int index = indexOf(number);
        OrderLine line = lines.get(index);
        lines.set(
                index,
                new OrderLine(
                        line.number(),
                        line.sku(),
                        line.title(),
                        line.unitPrice(),
                        line.discount().plus(amount),
                        line.ledger()));
    }

    boolean nothingLeft() {
        return lines.stream().allMatch(line -> line.uncancelled() == 0);
    }

    boolean nothingOutstanding() {
        return all(ledger -> ledger.outstanding() == 0);
    }

    boolean all(Predicate<LineLedger> holds) {
        return lines.stream().allMatch(line -> holds.test(line.ledger()));
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
                recipient,
                wishes,
                lines,
                shipping,
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
