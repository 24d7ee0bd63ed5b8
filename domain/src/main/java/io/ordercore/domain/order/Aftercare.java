package io.ordercore.domain.order;

import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.Recipient;
import io.ordercore.domain.stock.StockMove;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.joda.money.Money;

/**
 * What can still be done about an order whose goods have left: turn a parcel, take goods back, pay them back, replace them.
 * Whether it is lawful was decided before. Every decision follows the balance: what is held beyond what the order costs
 * afterwards goes back, and nothing else does.
 *
 * <p>Units are given as line number to count.
 */
public final class Aftercare {
    private static final Set<OrderStatus> OPEN = EnumSet.of(OrderStatus.CONFIRMED, OrderStatus.COMPLETED);
    private static final Set<OrderStatus> INSPECTABLE =
            EnumSet.of(OrderStatus.CONFIRMED, OrderStatus.COMPLETED, OrderStatus.CLOSED);

    private final Order order;
    private final String reference;
    private final OrderTerms terms;
    private final Actor actor;
    private final Instant now;

    private Aftercare(Order order, String reference, OrderTerms terms, Actor actor, Instant now) {
        this.order = order;
        this.reference = reference;
        this.terms = terms;
        this.actor = actor;
        this.now = now;
    }

    /**
     * Starts a decision.
     *
     * @param reference of the agreement behind it, for the history
     */
    public static Aftercare of(Order order, String reference, OrderTerms terms, Actor actor, Instant now) {
        return new Aftercare(order, reference, terms, actor, now);
    }

    /** The carrier brings it somewhere else. */
    public OrderDecision redirect(Recipient to) {
        return decide(Map.of(), ledger -> 0, edit -> {
            edit.recipient(to);
            happened(edit, OrderEventType.REDIRECTED, Map.of());
        });
    }

    /** The carrier brings it at another time. */
    public OrderDecision reschedule(DeliveryWindow to) {
        return decide(Map.of(), ledger -> 0, edit -> {
            edit.wishes(order.wishes().within(to));
            happened(edit, OrderEventType.RESCHEDULED, Map.of("window", to.from() + "/" + to.to()));
        });
    }

    /** Delivery costs more by a fee. It is taken out of what goes back, or stays due. */
    public OrderDecision charge(Money fee) {
        return decide(Map.of(), ledger -> 0, edit -> charge(edit, fee));
    }

    /** A fee goes back, as far as delivery costs that much. */
    public OrderDecision giveBack(Money fee) {
        Money most = order.snapshot().shipping();
        Money back = fee.isGreaterThan(most) ? most : fee;
        if (!back.isPositive()) {
            return OrderDecision.Refused.because(OrderRefusal.NOTHING_LEFT);
        }
        return decide(Map.of(), ledger -> 0, edit -> {
            edit.shipping(most.minus(back));
            happened(edit, OrderEventType.FEE_RETURNED, Map.of("amount", back.toString()));
        });
    }

    /**
     * A parcel is back in the warehouse without having reached the buyer.
     *
     * @param sellable whether its units go back to the shelf; otherwise they are written off
     */
    public OrderDecision comeBack(Map<Integer, Integer> units, boolean sellable) {
        return decide(units, LineLedger::inTransit, edit -> {
            edit.add(units, Quantity.RETURNED_TO_SENDER);
            if (sellable) {
                edit.moveStock(StockMove.Kind.RESTOCK, units);
            }
            happened(edit, OrderEventType.RETURNED_TO_SENDER, facts(units, Map.of("sellable", "" + sellable)));
        });
    }

    /**
     * A parcel that its carrier brought back, and that was paid back unseen, was looked at; if only after its order was closed, that
     * is late, but the goods are there.
     *
     * @param sellable whether its units go back to the shelf; otherwise they stay written off
     */
    public OrderDecision inspect(Map<Integer, Integer> units, boolean sellable) {
        return decide(INSPECTABLE, units, ledger -> ledger.get(Quantity.RETURNED_TO_SENDER), edit -> {
            if (sellable) {
                edit.moveStock(StockMove.Kind.RESTOCK, units);
            }
            happened(edit, OrderEventType.RETURN_INSPECTED, facts(units, Map.of("sellable", "" + sellable)));
        });
    }

    /** A parcel on its way is given up. */
    public OrderDecision lose(Map<Integer, Integer> units) {
        return decide(units, LineLedger::inTransit, edit -> {
            edit.add(units, Quantity.LOST);
            happened(edit, OrderEventType.LOST, facts(units, Map.of()));
        });
    }

    /** The buyer will send units back. */
    public OrderDecision requestReturn(Map<Integer, Integer> units) {
        return decide(units, LineLedger::kept, edit -> {
            edit.add(units, Quantity.RETURN_REQUESTED);
            happened(edit, OrderEventType.RETURN_REQUESTED, facts(units, Map.of()));
        });
    }

    /** The buyer keeps units after all, or gets them back. */
    public OrderDecision withdrawReturn(Map<Integer, Integer> units) {
        return decide(units, ledger -> ledger.get(Quantity.RETURN_REQUESTED), edit -> {
            units.forEach((number, count) -> edit.add(Map.of(number, -count), Quantity.RETURN_REQUESTED));
            happened(edit, OrderEventType.RETURN_WITHDRAWN, facts(units, Map.of()));
        });
    }

    /**
     * What the buyer sent back is accepted.
     *
     * @param sellable of these units, how many go back to the shelf
     */
    public OrderDecision takeBack(Map<Integer, Integer> units, Map<Integer, Integer> sellable) {
        return decide(units, ledger -> ledger.get(Quantity.RETURN_REQUESTED), edit -> {
            edit.move(units, Quantity.RETURN_REQUESTED, Quantity.RETURN_RECEIVED);
            edit.moveStock(StockMove.Kind.RESTOCK, sellable);
            happened(edit, OrderEventType.RETURN_RECEIVED, facts(units, facts("sellable.", sellable)));
        });
    }

    /** Delivered units are worth nothing to the buyer and stay there: damaged, wrong, or never in the parcel. */
    public OrderDecision writeOff(Map<Integer, Integer> units) {
        return decide(units, LineLedger::kept, edit -> {
            edit.add(units, Quantity.WRITTEN_OFF);
            happened(edit, OrderEventType.WRITTEN_OFF, facts(units, Map.of()));
        });
    }

    /**
     * Units that came back, got lost or were written off are not paid for any more.
     *
     * @param fee kept of what goes back, at most all of it
     */
    public OrderDecision refund(Map<Integer, Integer> units, Money fee) {
        return decide(units, Aftercare::unresolved, edit -> {
            Money worth = units.entrySet().stream()
                    .map(it -> order.line(it.getKey()).orElseThrow().valueOfNext(it.getValue()))
                    .reduce(Money.zero(fee.getCurrencyUnit()), Money::plus);
            edit.add(units, Quantity.REFUNDED);
            happened(edit, OrderEventType.UNITS_REFUNDED, facts(units, Map.of("worth", worth.toString())));
            charge(edit, fee.isGreaterThan(worth) ? worth : fee);
        });
    }

    /**
     * The buyer keeps goods that are worth less than they should be, and pays less for them.
     *
     * @param amounts line number to what its price goes down by; only lines of which nothing was cancelled, refunded or
     *     exchanged, so that the price of every unit goes down alike
     */
    public OrderDecision compensate(Map<Integer, Money> amounts) {
        boolean possible = amounts.entrySet().stream()
                .allMatch(it -> order.line(it.getKey())
                        .filter(line -> line.ledger().gone() == 0)
                        .filter(line -> !it.getValue().isGreaterThan(line.payable()))
                        .isPresent());
        if (!possible || amounts.values().stream().noneMatch(Money::isPositive)) {
            return OrderDecision.Refused.because(OrderRefusal.NOTHING_LEFT);
        }
        return decide(Map.of(), ledger -> 0, edit -> {
            Map<String, String> facts = new TreeMap<>();
            amounts.forEach((number, amount) -> {
                edit.lower(number, amount);
                facts.put("line." + number, amount.toString());
            });
            happened(edit, OrderEventType.COMPENSATED, facts);
        });
    }

    /**
     * Units that the buyer sent back are replaced by others, at the others' price; they wait for the shelf until {@link
     * #allocate}.
     */
    public OrderDecision exchange(int line, int units, AddedLine replacement) {
        return decide(Map.of(line, units), ledger -> ledger.get(Quantity.RETURN_RECEIVED), edit -> {
            edit.move(Map.of(line, units), Quantity.RETURN_RECEIVED, Quantity.EXCHANGED);
            replace(
                    edit,
                    line,
                    units,
                    replacement,
                    Money.zero(replacement.unitPrice().getCurrencyUnit()));
        });
    }

    /** Units that came back unseen, got lost or were written off are replaced by others, at the others' price. */
    public OrderDecision sendInstead(int line, int units, AddedLine replacement) {
        return decide(Map.of(line, units), Aftercare::unresolved, edit -> {
            edit.add(Map.of(line, units), Quantity.REFUNDED);
            replace(
                    edit,
                    line,
                    units,
                    replacement,
                    Money.zero(replacement.unitPrice().getCurrencyUnit()));
        });
    }

    /** The same again, for exactly what was paid for it. */
    public OrderDecision sendAgain(int line, int units) {
        return decide(Map.of(line, units), Aftercare::unresolved, edit -> {
            OrderLine old = order.line(line).orElseThrow();
            Money worth = old.valueOfNext(units);
            edit.add(Map.of(line, units), Quantity.REFUNDED);
            replace(
                    edit,
                    line,
                    units,
                    new AddedLine(old.sku(), old.title(), old.unitPrice(), units),
                    old.unitPrice().multipliedBy(units).minus(worth));
        });
    }

    /** The same again for nothing, besides whatever is paid back. */
    public OrderDecision sendAnother(int line, int units) {
        OrderLine old = order.line(line).orElseThrow();
        return decide(
                Map.of(),
                ledger -> 0,
                edit -> replace(
                        edit,
                        line,
                        units,
                        new AddedLine(old.sku(), old.title(), old.unitPrice(), units),
                        old.unitPrice().multipliedBy(units)));
    }

    /** Units that waited for it are promised from the shelf. Refused while less is paid than the order costs. */
    public OrderDecision allocate(Map<Integer, Integer> units) {
        if (order.paid().isLessThan(order.payable())) {
            return OrderDecision.Refused.because(OrderRefusal.UNDERPAID);
        }
        return decide(units, LineLedger::unallocated, edit -> {
            edit.add(units, Quantity.RESERVED);
            edit.moveStock(StockMove.Kind.RESERVE, units);
            happened(edit, OrderEventType.ALLOCATED, facts(units, Map.of()));
        });
    }

    /** Units that waited for the shelf will not come. */
    public OrderDecision giveUp(Map<Integer, Integer> units) {
        return decide(units, LineLedger::unallocated, edit -> {
            edit.add(units, Quantity.CANCELLED);
            happened(edit, OrderEventType.LINES_CANCELLED, facts(units, Map.of()));
        });
    }

    /** Units that did not stay with the buyer and that neither money nor other goods were given for. */
    private static int unresolved(LineLedger ledger) {
        return ledger.get(Quantity.LOST)
                + ledger.get(Quantity.RETURNED_TO_SENDER)
                + ledger.get(Quantity.RETURN_RECEIVED)
                + ledger.get(Quantity.WRITTEN_OFF)
                - ledger.get(Quantity.REFUNDED);
    }

    private void charge(OrderEdit edit, Money fee) {
        if (fee.isPositive()) {
            edit.shipping(order.snapshot().shipping().plus(fee));
            happened(edit, OrderEventType.CHARGED, Map.of("amount", fee.toString()));
        }
    }

    private void replace(OrderEdit edit, int line, int units, AddedLine replacement, Money discount) {
        int number = edit.appendUnallocated(replacement, discount);
        Map<String, String> facts = new TreeMap<>();
        facts.put("line." + line, Integer.toString(units));
        facts.put("by", Integer.toString(number));
        facts.put("sku", replacement.sku().value());
        happened(edit, OrderEventType.REPLACED, facts);
    }

    private OrderDecision decide(
            Map<Integer, Integer> units, ToIntFunction<LineLedger> available, Consumer<OrderEdit> change) {
        return decide(OPEN, units, available, change);
    }

    private OrderDecision decide(
            Set<OrderStatus> allowed,
            Map<Integer, Integer> units,
            ToIntFunction<LineLedger> available,
            Consumer<OrderEdit> change) {
        Set<OrderRefusal> reasons = EnumSet.noneOf(OrderRefusal.class);
        if (!allowed.contains(order.status())) {
            reasons.add(OrderRefusal.WRONG_STATUS);
        }
        units.forEach((number, count) -> {
            Optional<OrderLine> line = order.line(number);
            if (line.isEmpty()) {
                reasons.add(OrderRefusal.UNKNOWN_LINE);
            } else if (count < 1 || count > available.applyAsInt(line.get().ledger())) {
                reasons.add(OrderRefusal.TOO_MANY_UNITS);
            }
        });
        if (!reasons.isEmpty()) {
            return new OrderDecision.Refused(reasons);
        }
        OrderEdit edit = new OrderEdit(order, actor, now);
        change.accept(edit);
        edit.refundWhatIsNoLongerPayable();
        if (OPEN.contains(order.status())) {
            goOn(edit);
        }
        return edit.done();
    }

    /** Goods that are on their way again keep the order open; when nothing is left to be done, it ends. */
    private void goOn(OrderEdit edit) {
        if (order.status() == OrderStatus.COMPLETED) {
            edit.due(now.plus(terms.closeAfter()));
        } else if (edit.nothingOutstanding() && edit.all(ledger -> unresolved(ledger) == 0)) {
            boolean nothingThere = edit.all(ledger -> ledger.get(Quantity.DELIVERED) == 0);
            if (nothingThere) {
                edit.become(OrderStatus.COMPLETED, now.plus(terms.closeAfter()));
                happened(edit, OrderEventType.COMPLETED, Map.of());
            } else {
                edit.due(now.plus(terms.receiveWithin()));
            }
        }
    }

    private void happened(OrderEdit edit, OrderEventType type, Map<String, String> facts) {
        Map<String, String> all = new TreeMap<>(facts);
        all.put("for", reference);
        edit.happened(type, all);
    }

    private static Map<String, String> facts(Map<Integer, Integer> units, Map<String, String> more) {
        Map<String, String> facts = facts("line.", units);
        facts.putAll(more);
        return facts;
    }

    private static Map<String, String> facts(String prefix, Map<Integer, Integer> units) {
        Map<String, String> facts = new TreeMap<>();
        units.forEach((number, count) -> facts.put(prefix + number, Integer.toString(count)));
        return facts;
    }
}
