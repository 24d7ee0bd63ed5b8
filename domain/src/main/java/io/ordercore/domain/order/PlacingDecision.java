package io.ordercore.domain.order;

import java.util.List;
import org.joda.money.Money;

/** Whether a purchase can be placed: all of its orders, or none. */
public sealed interface PlacingDecision {
    <R> R decide(Cases<R> cases);

    /** One method per outcome. */
    interface Cases<R> {
        R placed(Placed it);

        R refused(Refused it);
    }

    /**
     * Every order of the purchase, new, its stock reserved.
     *
     * @param lowered lines that cost less than the buyer saw
     */
    record Placed(PurchaseId id, List<OrderDecision.Changed> orders, List<LoweredPrice> lowered)
            implements PlacingDecision {
        public Placed {
            orders = List.copyOf(orders);
            lowered = List.copyOf(lowered);
        }

        public Money total() {
            return Money.total(
                    orders.stream().map(changed -> changed.order().total()).toList());
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.placed(this);
        }
    }

    /** Nothing was written; each line that stands in the way is named. */
    record Refused(List<LineRefusal> lines) implements PlacingDecision {
        public Refused {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("a refusal names a line");
            }
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(this);
        }
    }
}
