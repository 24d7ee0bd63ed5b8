package io.ordercore.domain.order;

import io.ordercore.domain.stock.StockMove;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/** What an order answers when asked to change. */
public sealed interface OrderDecision {
    <R> R decide(Cases<R> cases);

    /** Whether it was done. */
    boolean isChanged();

    /** One method per outcome. */
    interface Cases<R> {
        R changed(Changed it);

        R refused(Refused it);
    }

    /**
     * It is done.
     *
     * @param order the order as it is now; its version counts its events
     * @param events what happened, in order, at least one
     * @param stock what follows for the stock
     * @param refundDue what the buyer gets back if the order was paid; zero for nothing
     */
    record Changed(Order order, List<OrderEvent> events, List<StockMove> stock, Money refundDue)
            implements OrderDecision {
        public Changed {
            events = List.copyOf(events);
            stock = List.copyOf(stock);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("a change is an event");
            }
        }

        /** The version the order had before. */
        public long baseVersion() {
            return order.version() - events.size();
        }

        @Override
        public boolean isChanged() {
            return true;
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.changed(this);
        }
    }

    /** It cannot be done, for all of these reasons. */
    record Refused(Set<OrderRefusal> reasons) implements OrderDecision {
        public Refused {
            reasons = Set.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }

        public static Refused because(OrderRefusal reason) {
            return new Refused(Set.of(reason));
        }

        @Override
        public boolean isChanged() {
            return false;
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(this);
        }
    }
}
