package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.adapters.rest.order.UnitsBody;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderRefusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Giving units of an order to the warehouse. */
@Path("/orders/{id}/fulfilments")
@Tag(name = "Fulfilments", description = "Units of an order on their way from the shelf to the buyer.")
@Produces(MediaType.APPLICATION_JSON)
public class OrderFulfilmentsResource {
    private final FulfilOrder fulfil;
    private final FindOrders orders;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public OrderFulfilmentsResource(FulfilOrder fulfil, FindOrders orders, Bodies bodies, Once once) {
        this.fulfil = fulfil;
        this.orders = orders;
        this.bodies = bodies;
        this.once = once;
    }

    @POST
    @Operation(operationId = "releaseFulfilment", summary = "Gives units of an order to the warehouse")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the order's version the caller has seen")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UnitsBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Released; its Location is the fulfilment",
            content = @Content(schema = @Schema(implementation = FulfilmentView.class)))
    public Response release(@Context SecurityContext security, @PathParam("id") String id, byte @Nullable [] body) {
        Call call = Call.of(security);
        call.commandKey();
        UnitsBody read = bodies.optional(call, body, UnitsBody.class, UnitsBody.ALL);
        Order order = OrderAnswers.visible(orders, id, call);
        return once.run(
                call,
                body,
                () -> fulfil.release(order.id(), read.units(), call.expectedVersion(), call.actor(read.reason()))
                        .decide(new FulfilOrder.Outcome.Cases<Answer>() {
                            @Override
                            public Answer moved(Fulfilment fulfilment) {
                                return Answer.created(
                                                call.location("fulfilments", fulfilment.id()),
                                                FulfilmentView.of(fulfilment))
                                        .at(fulfilment.version());
                            }

                            @Override
                            public Answer refused(Set<OrderRefusal> reasons) {
                                return OrderAnswers.refused(reasons, call);
                            }
                        }));
    }
}
