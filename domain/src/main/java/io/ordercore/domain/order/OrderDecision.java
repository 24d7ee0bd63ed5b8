package io.ordercore.domain.order;

import io.ordercore.domain.stock.StockMove;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

        /**
         * The same, giving back no more than there is: of what is due, the buyer's bank may have a part, or claim it. The order
         * keeps the rest as overpaid.
         */
        public Changed refundingAtMost(Money there) {
            if (!refundDue.isGreaterThan(there)) {
                return this;
            }
            List<OrderEvent> possible = new ArrayList<>();
            for (OrderEvent event : events) {
                long sequence = baseVersion() + possible.size() + 1;
                if (event.type() != OrderEventType.REFUND_REQUESTED) {
                    possible.add(event.as(sequence, event.facts()));
                } else if (there.isPositive()) {
                    possible.add(event.as(sequence, Map.of("amount", there.toString())));
                }
            }
            return new Changed(
                    Order.of(order.snapshot().keeping(refundDue.minus(there), baseVersion() + possible.size())),
                    possible,
                    stock,
                    there);
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
