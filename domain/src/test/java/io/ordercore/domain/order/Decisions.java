package io.ordercore.domain.order;

import java.util.Set;

/** What a test expects of an order's decision: that it changes, or why it does not. */
final class Decisions {
    private Decisions() {}

    static OrderDecision.Changed decision(OrderDecision decision) {
        return decision.decide(new OrderDecision.Cases<>() {
            @Override
            public OrderDecision.Changed changed(OrderDecision.Changed it) {
                return it;
            }

            @Override
            public OrderDecision.Changed refused(OrderDecision.Refused it) {
                throw new AssertionError("refused: " + it.reasons());
            }
        });
    }

    static Set<OrderRefusal> reasons(OrderDecision decision) {
        return decision.decide(new OrderDecision.Cases<>() {
            @Override
            public Set<OrderRefusal> changed(OrderDecision.Changed it) {
                throw new AssertionError("changed: " + it.events());
            }

            @Override
            public Set<OrderRefusal> refused(OrderDecision.Refused it) {
                return it.reasons();
            }
        });
    }
}
