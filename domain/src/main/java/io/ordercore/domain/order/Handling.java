package io.ordercore.domain.order;

import io.ordercore.domain.party.Actor;
import io.ordercore.domain.stock.StockMove;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What warehouses and carriers do with an order's units, one decision each. */
final class Handling {
    private final Order order;
    private final Actor actor;
    private final Instant now;

    Handling(Order order, Actor actor, Instant now) {
        this.order = order;
        this.actor = actor;
        this.now = now;
    }

    OrderDecision release(Map<Integer, Integer> units) {
        Map<Integer, Integer> asked =
                units.isEmpty() ? order.each(ledger -> ledger.get(Quantity.RESERVED)) : new TreeMap<>(units);
        return moving(OrderOperation.RELEASE, asked, Quantity.RESERVED, edit -> {
            edit.move(asked, Quantity.RESERVED, Quantity.RELEASED);
            int number = edit.nextFulfilment();
            edit.happened(OrderEventType.RELEASED, facts(number, asked));
        });
    }

    OrderDecision recall(int fulfilment, Map<Integer, Integer> units, Quantity from) {
        return moving(OrderOperation.MODIFY, units, from, edit -> {
            edit.move(units, from, Quantity.RESERVED);
            edit.happened(OrderEventType.RECALLED, facts(fulfilment, units));
        });
    }

    OrderDecision pick(int fulfilment) {
        return moving(
                OrderOperation.RELEASE,
                Map.of(),
                Quantity.RELEASED,
                edit -> edit.happened(OrderEventType.PICKING, facts(fulfilment, Map.of())));
    }

    OrderDecision pack(int fulfilment, Map<Integer, Integer> units) {
        return moving(OrderOperation.RELEASE, units, Quantity.RELEASED, edit -> {
            edit.move(units, Quantity.RELEASED, Quantity.PACKED);
            edit.happened(OrderEventType.PACKED, facts(fulfilment, units));
        });
    }

    OrderDecision handOver(int fulfilment, Map<Integer, Integer> units, Map<String, String> shipment) {
        return moving(OrderOperation.HAND_OVER, units, Quantity.PACKED, edit -> {
            edit.move(units, Quantity.PACKED, Quantity.SHIPPED);
            edit.moveStock(StockMove.Kind.SHIP, units);
            Map<String, String> facts = facts(fulfilment, units);
            facts.putAll(shipment);
            edit.happened(OrderEventType.HANDED_OVER, facts);
        });
    }

    OrderDecision deliver(int fulfilment, Map<Integer, Integer> units, OrderTerms terms) {
        return open(OrderOperation.DELIVER, order.shortfalls(units, LineLedger::inTransit), edit -> {
            edit.add(units, Quantity.DELIVERED);
            edit.happened(OrderEventType.DELIVERED, facts(fulfilment, units));
            if (edit.nothingOutstanding() && order.status() == OrderStatus.CONFIRMED) {
                edit.due(now.plus(terms.receiveWithin()));
            }
        });
    }

    private OrderDecision moving(
            OrderOperation operation, Map<Integer, Integer> units, Quantity from, Consumer<OrderEdit> change) {
        boolean takesUnits = !(units.isEmpty() && from == Quantity.RELEASED);
        return open(operation, takesUnits ? order.shortfalls(units, ledger -> ledger.get(from)) : Set.of(), change);
    }

    private OrderDecision open(OrderOperation operation, Set<OrderRefusal> shortfalls, Consumer<OrderEdit> change) {
        Set<OrderRefusal> reasons = order.refusals(operation, OrderStatus.CONFIRMED, OrderStatus.COMPLETED);
        reasons.addAll(shortfalls);
        if (!reasons.isEmpty()) {
            return new OrderDecision.Refused(reasons);
        }
        OrderEdit edit = new OrderEdit(order, actor, now);
        change.accept(edit);
        return edit.done();
    }

    private static Map<String, String> facts(int fulfilment, Map<Integer, Integer> units) {
        Map<String, String> facts = Order.facts(units);
        facts.put("fulfilment", Integer.toString(fulfilment));
        return facts;
    }
}
