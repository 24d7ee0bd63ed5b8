package io.ordercore.application.order;

import io.ordercore.application.Store;
import io.ordercore.domain.order.Aftercare;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.party.Actor;
import java.time.Instant;
import java.util.Map;

/**
 * Gives lines that replace others their units from the shelf, once what they cost is paid. What the shelf does not have is
 * given up and paid back. Runs in the running transaction; doing it again does nothing.
 */
public final class ResendGoods {
    private final Store store;
    private final OrderChanges changes;
    private final OrderTerms terms;

    public ResendGoods(Store store, OrderChanges changes, OrderTerms terms) {
        this.store = store;
        this.changes = changes;
        this.terms = terms;
    }

    /** Whatever of the order waits for the shelf. */
    public Order whatWaits(OrderId id, String reference, Actor actor, Instant now) {
        Order order = store.orders().find(id).orElseThrow();
        for (OrderLine line : order.lines()) {
            int waits = line.ledger().unallocated();
            if (waits > 0) {
                order = supply(order, line, waits, Aftercare.of(order, reference, terms, actor, now));
            }
        }
        return order;
    }

    private Order supply(Order order, OrderLine line, int units, Aftercare care) {
        if (order.paid().isLessThan(order.payable())) {
            return order;
        }
        long available =
                store.stock().find(line.sku()).map(it -> it.available()).orElse(0L);
        Map<Integer, Integer> wanted = Map.of(line.number(), units);
        return saved(order, available >= units ? care.allocate(wanted) : care.giveUp(wanted));
    }

    private Order saved(Order order, OrderDecision decision) {
        return decision.decide(new OrderDecision.Cases<>() {
            @Override
            public Order changed(OrderDecision.Changed it) {
                return changes.save(it).order();
            }

            @Override
            public Order refused(OrderDecision.Refused it) {
                return order;
            }
        });
    }
}
