package io.ordercore.domain.order;

import io.ordercore.domain.money.Apportionment;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.DeliveryWishes;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Recipient;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * One merchant's part of a purchase. Immutable: whatever it is asked to do, it answers with a decision, and a changed order
 * is a new one.
 *
 * <p>Units are given as line number to count; an empty map asks for everything the operation can take.
 */
public final class Order {
    private final OrderSnapshot state;

    private Order(OrderSnapshot state) {
        this.state = state;
    }

    public static Order of(OrderSnapshot state) {
        return new Order(state);
    }

    public OrderSnapshot snapshot() {
        return state;
    }

    public OrderId id() {
        return state.id();
    }

    public BuyerId buyer() {
        return state.buyer();
    }

    public MerchantId merchant() {
        return state.merchant();
    }

    public Recipient recipient() {
        return state.recipient();
    }

    public DeliveryWishes wishes() {
        return state.wishes();
    }

    public List<OrderLine> lines() {
        return state.lines();
    }

    public OrderStatus status() {
        return state.status();
    }

    public List<Hold> holds() {
        return state.holds();
    }

    public long version() {
        return state.version();
    }

    public Optional<OrderLine> line(int number) {
        List<OrderLine> all = lines();
        // Lines are appended and never taken out, so that one mostly stands where its number says.
        if (number > 0 && number <= all.size() && all.get(number - 1).number() == number) {
            return Optional.of(all.get(number - 1));
        }
        return all.stream().filter(line -> line.number() == number).findFirst();
    }

    /** What it costs as ordered, delivery included. */
    public Money total() {
        return lines().stream().map(OrderLine::payable).reduce(state.shipping(), Money::plus);
    }

    /** What it costs without what was cancelled, paid back or exchanged; delivery is free when all was cancelled. */
    public Money payable() {
        boolean nothingLeft = lines().stream().allMatch(line -> line.uncancelled() == 0);
        Money start = nothingLeft ? Money.zero(state.shipping().getCurrencyUnit()) : state.shipping();
        return lines().stream().map(line -> line.payableWithout(0)).reduce(start, Money::plus);
    }

    /** What the platform holds of the buyer's money for it: captured, and not promised back. */
    public Money paid() {
        return state.captured().minus(state.refundRequested());
    }

    public PaymentStatus paymentStatus() {
        if (state.captured().isZero()) {
            return PaymentStatus.NONE;
        }
        if (state.refunded().isZero()) {
            return PaymentStatus.PAID;
        }
        return state.refunded().isLessThan(state.captured())
                ? PaymentStatus.PARTIALLY_REFUNDED
                : PaymentStatus.REFUNDED;
    }

    public FulfilmentStatus fulfilmentStatus() {
        int shipped = sum(Quantity.SHIPPED);
        if (shipped == 0) {
            return FulfilmentStatus.UNFULFILLED;
        }
        boolean allLeft = shipped + sum(Quantity.CANCELLED) == sum(Quantity.ORDERED);
        if (allLeft && sum(Quantity.DELIVERED) == shipped) {
            return FulfilmentStatus.DELIVERED;
        }
        return allLeft ? FulfilmentStatus.SHIPPED : FulfilmentStatus.PARTIAL;
    }

    /** It is paid: the merchant must deliver. What was cancelled while the payment ran is given back. */
    public OrderDecision confirm(Money captured, Actor actor, Instant now) {
        Set<OrderRefusal> reasons = refusals(OrderOperation.CONFIRM, OrderStatus.PENDING_PAYMENT);
        if (captured.isLessThan(payable())) {
            reasons.add(OrderRefusal.UNDERPAID);
        }
        if (!reasons.isEmpty()) {
            return new OrderDecision.Refused(reasons);
        }
        OrderEdit edit = new OrderEdit(this, actor, now);
        edit.captured(captured);
        edit.become(OrderStatus.CONFIRMED, null);
        edit.happened(OrderEventType.CONFIRMED, Map.of("captured", captured.toString()));
        edit.refund(captured.minus(payable()));
        return edit.done();
    }

    /** Money arrived that cannot be kept (the order ended, or costs more by now): all of it is to be given back. */
    public OrderDecision.Changed refundLatePayment(Money captured, Actor actor, Instant now) {
        OrderEdit edit = new OrderEdit(this, actor, now);
        edit.captured(captured);
        edit.happened(OrderEventType.PAID_LATE, Map.of("captured", captured.toString()));
        edit.refund(captured);
        return edit.done();
    }

    /** More money came for a change that is still to be made; what it turns out not to need is given back. */
    public OrderDecision topUp(Money captured, Actor actor, Instant now) {
        Set<OrderRefusal> reasons = refusals(OrderOperation.MODIFY, OrderStatus.CONFIRMED, OrderStatus.COMPLETED);
        if (!reasons.isEmpty()) {
            return new OrderDecision.Refused(reasons);
        }
        OrderEdit edit = new OrderEdit(this, actor, now);
        edit.captured(captured);
        edit.happened(OrderEventType.TOPPED_UP, Map.of("captured", captured.toString()));
        return edit.done();
    }

    /** The most that vouchers may still pay of it before anything else does: all but the smallest amount there is. */
    public Money redeemable() {
        Money smallest = Money.ofMinor(total().getCurrencyUnit(), 1);
        Money most = untouched().stream().map(OrderLine::payable).reduce(smallest.multipliedBy(0), Money::plus);
        return most.isPositive() ? most.minus(smallest) : most;
    }

    private List<OrderLine> untouched() {
        return lines().stream().filter(line -> line.ledger().gone() == 0).toList();
    }

    /**
     * A voucher pays for part of it, before anything else does: its lines cost less, each in proportion. Something is left to be
     * paid. The facts tell each line's part and the units it is of.
     */
    public OrderDecision redeem(String voucher, Money amount, Actor actor, Instant now) {
        Set<OrderRefusal> reasons = refusals(OrderOperation.MODIFY, OrderStatus.PENDING_PAYMENT);
        List<OrderLine> whole = untouched();
        if (!amount.isPositive() || amount.isGreaterThan(redeemable())) {
            reasons.add(OrderRefusal.NOTHING_LEFT);
        }
        if (!reasons.isEmpty()) {
            return new OrderDecision.Refused(reasons);
        }
        List<Money> parts = Apportionment.byWeight(
                amount,
                whole.stream().map(line -> line.payable().getAmountMinorLong()).toList());
        OrderEdit edit = new OrderEdit(this, actor, now);
        Map<String, String> facts = new TreeMap<>(Map.of("voucher", voucher, "amount", amount.toString()));
        for (int i = 0; i < parts.size(); i++) {
            OrderLine line = whole.get(i);
            edit.lower(line.number(), parts.get(i));
            facts.put("line." + line.number(), parts.get(i).toString());
            facts.put("units." + line.number(), Integer.toString(line.ordered()));
        }
        edit.happened(OrderEventType.VOUCHER_REDEEMED, facts);
        return edit.done();
    }

    /** Gives back what was paid beyond what the order costs. */
    public OrderDecision refundOverpayment(Actor actor, Instant now) {
        if (!paid().isGreaterThan(payable())) {
            return OrderDecision.Refused.because(OrderRefusal.NOTHING_LEFT);
        }
        OrderEdit edit = new OrderEdit(this, actor, now);
        edit.refundWhatIsNoLongerPayable();
        return edit.done();
    }

    /**
     * Carries out an agreed change: takes units that are not with the warehouse, promises new ones, redirects what was not sent
     * yet, and gives back what is overpaid. New stock is promised before old is given back.
     *
     * @param evidence what the history keeps besides: who agreed, and what shows it
     */
    public OrderDecision modify(
            OrderModification change, Map<String, String> evidence, OrderTerms terms, Actor actor, Instant now) {
        Set<OrderRefusal> reasons = refusals(OrderOperation.MODIFY, OrderStatus.PENDING_PAYMENT, OrderStatus.CONFIRMED);
        if (!change.taken().isEmpty()) {
            reasons.addAll(shortfalls(change.taken(), LineLedger::cancellable));
        }
        if (!change.grown().isEmpty()) {
            reasons.addAll(shortfalls(change.grown(), ledger -> PurchaseLine.MOST_UNITS));
        }
        if (!reasons.isEmpty()) {
            return new OrderDecision.Refused(reasons);
        }
        OrderEdit edit = new OrderEdit(this, actor, now);
        Map<String, String> facts = edit.modify(change);
        facts.putAll(evidence);
        edit.happened(OrderEventType.MODIFIED, facts);
        edit.refundWhatIsNoLongerPayable();
        if (edit.nothingLeft()) {
            edit.become(OrderStatus.CANCELLED, null);
            edit.happened(OrderEventType.CANCELLED, Map.of());
        } else if (status() == OrderStatus.CONFIRMED && edit.nothingOutstanding()) {
            edit.due(now.plus(terms.receiveWithin()));
        }
        return edit.done();
    }

    /**
     * The warehouse gives a fulfilment back before a carrier has it: its units are reserved again.
     *
     * @param from where they are, {@link Quantity#RELEASED} or {@link Quantity#PACKED}
     */
    public OrderDecision recall(int fulfilment, Map<Integer, Integer> units, Quantity from, Actor actor, Instant now) {
        return new Handling(this, actor, now).recall(fulfilment, units, from);
    }

    /**
     * Cancels units that are not yet with the warehouse, or all of them.
     *
     * @param units line number to count; empty cancels the whole order and is refused if part of it has left already
     */
    public OrderDecision cancel(Map<Integer, Integer> units, Actor actor, Instant now) {
        Set<OrderRefusal> reasons = refusals(OrderOperation.CANCEL, OrderStatus.PENDING_PAYMENT, OrderStatus.CONFIRMED);
        Map<Integer, Integer> asked = units.isEmpty() ? each(LineLedger::cancellable) : new TreeMap<>(units);
        if (units.isEmpty() && sum(Quantity.RELEASED) + sum(Quantity.PACKED) > 0) {
            reasons.add(OrderRefusal.ALREADY_RELEASED);
        }
        if (units.isEmpty() && sum(Quantity.SHIPPED) > 0) {
            reasons.add(OrderRefusal.ALREADY_SHIPPED);
        }
        reasons.addAll(shortfalls(asked, LineLedger::cancellable));
        if (!reasons.isEmpty()) {
            return new OrderDecision.Refused(reasons);
        }
        OrderEdit edit = new OrderEdit(this, actor, now);
        edit.cancel(asked);
        edit.happened(OrderEventType.LINES_CANCELLED, facts(asked));
        edit.refundWhatIsNoLongerPayable();
        if (edit.nothingLeft()) {
            edit.become(OrderStatus.CANCELLED, null);
            edit.happened(OrderEventType.CANCELLED, Map.of());
        }
        return edit.done();
    }

    /** Gives units to the warehouse; they become the order's next fulfilment. */
    public OrderDecision release(Map<Integer, Integer> units, Actor actor, Instant now) {
        return new Handling(this, actor, now).release(units);
    }

    /** The warehouse started to pick a fulfilment. */
    public OrderDecision pick(int fulfilment, Actor actor, Instant now) {
        return new Handling(this, actor, now).pick(fulfilment);
    }

    /** The warehouse packed a fulfilment. */
    public OrderDecision pack(int fulfilment, Map<Integer, Integer> units, Actor actor, Instant now) {
        return new Handling(this, actor, now).pack(fulfilment, units);
    }

    /** A carrier took a fulfilment: its units leave the stock. */
    public OrderDecision handOver(
            int fulfilment, Map<Integer, Integer> units, Map<String, String> shipment, Actor actor, Instant now) {
        return new Handling(this, actor, now).handOver(fulfilment, units, shipment);
    }

    /** A fulfilment reached the buyer. When it was the last one, the period to confirm receipt starts. */
    public OrderDecision deliver(
            int fulfilment, Map<Integer, Integer> units, OrderTerms terms, Actor actor, Instant now) {
        return new Handling(this, actor, now).deliver(fulfilment, units, terms);
    }

    /** The buyer has everything: confirmed by the buyer, or by the platform when the period is over. */
    public OrderDecision receive(OrderTerms terms, Actor actor, Instant now) {
        Set<OrderRefusal> reasons = refusals(OrderOperation.RECEIVE, OrderStatus.CONFIRMED);
        if (reasons.isEmpty() && (sum(Quantity.DELIVERED) == 0 || outstanding() > 0)) {
            reasons.add(OrderRefusal.NOT_DELIVERED);
        }
        if (!reasons.isEmpty()) {
            return new OrderDecision.Refused(reasons);
        }
        OrderEdit edit = new OrderEdit(this, actor, now);
        edit.happened(OrderEventType.RECEIVED, Map.of());
        edit.become(OrderStatus.COMPLETED, now.plus(terms.closeAfter()));
        edit.happened(OrderEventType.COMPLETED, Map.of());
        return edit.done();
    }

    /** What follows when the order's deadline has passed: expiry, receipt or closing. Refused before it has. */
    public OrderDecision meetDeadline(OrderTerms terms, Instant now) {
        Instant due = state.dueAt();
        if (due == null || due.isAfter(now)) {
            return OrderDecision.Refused.because(OrderRefusal.NOTHING_LEFT);
        }
        return switch (status()) {
            case PENDING_PAYMENT -> expire(now);
            case CONFIRMED -> receive(terms, Actor.system("automatic-receipt"), now);
            case COMPLETED -> {
                OrderEdit edit = new OrderEdit(this, Actor.system("automatic-closing"), now);
                edit.become(OrderStatus.CLOSED, null);
                edit.happened(OrderEventType.CLOSED, Map.of());
                yield edit.done();
            }
            case DRAFT, CLOSED, EXPIRED, CANCELLED -> OrderDecision.Refused.because(OrderRefusal.WRONG_STATUS);
        };
    }

    private OrderDecision expire(Instant now) {
        OrderEdit edit = new OrderEdit(this, Actor.system("payment-deadline"), now);
        edit.cancel(each(LineLedger::cancellable));
        edit.become(OrderStatus.EXPIRED, null);
        edit.happened(OrderEventType.EXPIRED, Map.of());
        return edit.done();
    }

    /** Puts a hold on the order; a hold of the same type is replaced. */
    public OrderDecision hold(Hold hold, Actor actor, Instant now) {
        if (status().isTerminal()) {
            return OrderDecision.Refused.because(OrderRefusal.WRONG_STATUS);
        }
        OrderEdit edit = new OrderEdit(this, actor, now);
        edit.hold(hold);
        edit.happened(OrderEventType.HOLD_PLACED, Map.of("hold", hold.type().name(), "reason", hold.reason()));
        return edit.done();
    }

    /** Ends the hold of a type. */
    public OrderDecision resolveHold(Hold.Type type, Actor actor, Instant now) {
        if (holds().stream().noneMatch(hold -> hold.type() == type)) {
            return OrderDecision.Refused.because(OrderRefusal.NOTHING_LEFT);
        }
        OrderEdit edit = new OrderEdit(this, actor, now);
        edit.resolve(type);
        edit.happened(OrderEventType.HOLD_RESOLVED, Map.of("hold", type.name()));
        return edit.done();
    }

    /** A promised refund was paid out. */
    public OrderDecision.Changed refundSettled(Money amount, Actor actor, Instant now) {
        OrderEdit edit = new OrderEdit(this, actor, now);
        edit.refunded(amount);
        edit.happened(OrderEventType.REFUNDED, Map.of("amount", amount.toString()));
        return edit.done();
    }

    /** A promised refund was refused by the payment provider; somebody must look into it. */
    public OrderDecision.Changed refundFailed(Money amount, Actor actor, Instant now) {
        OrderEdit edit = new OrderEdit(this, actor, now);
        edit.happened(OrderEventType.REFUND_FAILED, Map.of("amount", amount.toString()));
        return edit.done();
    }

    /** Why the operation is not open now, as far as status and holds tell; empty if it is. */
    Set<OrderRefusal> refusals(OrderOperation operation, OrderStatus... allowed) {
        Set<OrderRefusal> reasons = EnumSet.noneOf(OrderRefusal.class);
        if (!List.of(allowed).contains(status())) {
            reasons.add(OrderRefusal.WRONG_STATUS);
        }
        if (holds().stream().anyMatch(hold -> hold.blocks().contains(operation))) {
            reasons.add(OrderRefusal.ON_HOLD);
        }
        return reasons;
    }

    Set<OrderRefusal> shortfalls(Map<Integer, Integer> units, Count available) {
        Set<OrderRefusal> reasons = EnumSet.noneOf(OrderRefusal.class);
        if (units.isEmpty()) {
            reasons.add(OrderRefusal.NOTHING_LEFT);
        }
        units.forEach((number, count) -> {
            Optional<OrderLine> line = line(number);
            if (line.isEmpty()) {
                reasons.add(OrderRefusal.UNKNOWN_LINE);
            } else if (count < 1 || count > available.of(line.get().ledger())) {
                reasons.add(OrderRefusal.TOO_MANY_UNITS);
            }
        });
        return reasons;
    }

    Map<Integer, Integer> each(Count available) {
        Map<Integer, Integer> units = new TreeMap<>();
        for (OrderLine line : lines()) {
            int count = available.of(line.ledger());
            if (count > 0) {
                units.put(line.number(), count);
            }
        }
        return units;
    }

    private int sum(Quantity kind) {
        return lines().stream().mapToInt(line -> line.ledger().get(kind)).sum();
    }

    private int outstanding() {
        return lines().stream().mapToInt(line -> line.ledger().outstanding()).sum();
    }

    static Map<String, String> facts(Map<Integer, Integer> units) {
        Map<String, String> facts = new TreeMap<>();
        units.forEach((number, count) -> facts.put("line." + number, Integer.toString(count)));
        return facts;
    }

    /** How many units of a line an operation can take. */
    interface Count {
        int of(LineLedger ledger);
    }
}
