package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.order.Purchase;
import io.ordercore.domain.order.PurchaseId;
import java.util.Set;

/** Finds what a call may see, and answers what an order decided. */
public final class OrderAnswers {
    private OrderAnswers() {}

    /**
     * An order by its id in a path.
     *
     * @throws io.ordercore.adapters.rest.ProblemException (404) if there is none, or none the call may touch
     */
    public static Order visible(FindOrders orders, String id, Call call) {
        return orders.order(Parameters.id(id, OrderId::parse))
                .filter(call::mayTouch)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    /**
     * A purchase by its id in a path.
     *
     * @throws io.ordercore.adapters.rest.ProblemException (404) if there is none, or none the call may touch
     */
    public static Purchase visiblePurchase(FindOrders orders, String id, Call call) {
        return orders.purchase(Parameters.id(id, PurchaseId::parse))
                .filter(purchase -> call.mayTouch(purchase.buyer()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    /** A refusal with its reasons. */
    public static Answer refused(Set<OrderRefusal> reasons, Call call) {
        return Problem.refused(ProblemType.ORDER_REFUSED, reasons).answer(call.locale());
    }

    static Answer of(OrderDecision decision, Call call) {
        return decision.decide(new OrderDecision.Cases<>() {
            @Override
            public Answer changed(OrderDecision.Changed it) {
                return Answer.ok(OrderView.of(it.order(), call)).at(it.order().version());
            }

            @Override
            public Answer refused(OrderDecision.Refused it) {
                return OrderAnswers.refused(it.reasons(), call);
            }
        });
    }
}
