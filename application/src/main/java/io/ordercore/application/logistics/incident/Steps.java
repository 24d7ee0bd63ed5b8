package io.ordercore.application.logistics.incident;

import io.ordercore.application.order.OrderChanges;
import io.ordercore.domain.logistics.incident.RemedyRefusal;
import io.ordercore.domain.order.Aftercare;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.party.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.Money;

/** Steps of one order, each decided on what the one before leaves; stored all together, or none. */
final class Steps {
    private final OrderChanges changes;
    private final String reference;
    private final OrderTerms terms;
    private final Actor actor;
    private final Instant now;
    private final List<OrderDecision.Changed> taken = new ArrayList<>();
    private final Set<RemedyRefusal> refusals = EnumSet.noneOf(RemedyRefusal.class);
    private final Money requestedBefore;
    private Order order;

    Steps(OrderChanges changes, Order order, String reference, OrderTerms terms, Actor actor, Instant now) {
        this.changes = changes;
        this.order = order;
        this.reference = reference;
        this.terms = terms;
        this.actor = actor;
        this.now = now;
        this.requestedBefore = order.snapshot().refundRequested();
    }

    /** Decides one more; after a refusal nothing more is decided. */
    Steps then(Function<Aftercare, OrderDecision> step) {
        if (!refusals.isEmpty()) {
            return this;
        }
        step.apply(Aftercare.of(order, reference, terms, actor, now)).decide(new OrderDecision.Cases<Boolean>() {
            @Override
            public Boolean changed(OrderDecision.Changed it) {
                if (!changes.mayRefund(it)) {
                    return refusals.add(RemedyRefusal.DISPUTED);
                }
                order = it.order();
                return taken.add(it);
            }

            @Override
            public Boolean refused(OrderDecision.Refused it) {
                return it.reasons().stream()
                        .map(Steps::meaning)
                        .map(refusals::add)
                        .reduce(true, Boolean::logicalAnd);
            }
        });
        return this;
    }

    private static RemedyRefusal meaning(OrderRefusal reason) {
        return switch (reason) {
            case WRONG_STATUS, ON_HOLD, UNDERPAID -> RemedyRefusal.ORDER_CLOSED;
            case NOTHING_LEFT -> RemedyRefusal.NOTHING_TO_GIVE_BACK;
            case DISPUTED -> RemedyRefusal.DISPUTED;
            case UNKNOWN_LINE, TOO_MANY_UNITS, ALREADY_RELEASED, ALREADY_SHIPPED, NOT_DELIVERED ->
                RemedyRefusal.NOT_THAT_MANY;
        };
    }

    Set<RemedyRefusal> refusals() {
        return refusals;
    }

    /** Stores them in the running transaction. */
    void save() {
        taken.forEach(changes::save);
    }

    /** What was promised back since these steps began. */
    Money promisedBack(Order after) {
        return after.snapshot().refundRequested().minus(requestedBefore);
    }

    Order order() {
        return order;
    }
}
