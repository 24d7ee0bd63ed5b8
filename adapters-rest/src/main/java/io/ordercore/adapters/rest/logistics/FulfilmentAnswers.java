package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.application.logistics.FindFulfilments;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;

/** What requests about fulfilments have in common. */
final class FulfilmentAnswers {
    private FulfilmentAnswers() {}

    /**
     * A fulfilment by its id in a path.
     *
     * @throws io.ordercore.adapters.rest.ProblemException (404) if there is none, or its order is none the call may touch
     */
    static Fulfilment visible(FindFulfilments fulfilments, FindOrders orders, String id, Call call) {
        FulfilmentId fulfilment = Parameters.id(id, FulfilmentId::parse);
        OrderAnswers.visible(orders, fulfilment.order().toString(), call);
        return fulfilments
                .fulfilment(fulfilment)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }
}
