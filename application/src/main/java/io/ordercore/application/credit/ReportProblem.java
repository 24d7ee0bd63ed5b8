package io.ordercore.application.credit;

import io.ordercore.domain.credit.Problem;
import io.ordercore.domain.order.OrderId;
import java.util.Set;

/** Says what went wrong with an order: a buyer's low rating, or what an agent established. */
public interface ReportProblem {
    /** Counts when the order is mature; whose it is follows from all that is known by then. */
    Outcome report(OrderId order, Problem problem);

    /** Why a problem is not taken. */
    enum Refusal {
        /** The order was never paid. */
        NOT_PAID,
        /** It is mature: what it says about its merchant is said. */
        ALREADY_MATURE
    }

    /** What becomes of it. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R recorded();

            R refused(Set<Refusal> reasons);
        }
    }

    /** Stored; saying the same again changes nothing. */
    record Recorded() implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.recorded();
        }
    }

    /** Nothing changes. */
    record Refused(Set<Refusal> reasons) implements Outcome {
        public Refused {
            reasons = Set.copyOf(reasons);
        }

        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reasons);
        }
    }
}
