package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.application.logistics.FindFulfilments;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.logistics.intercept.ReceiveParcel;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Parcels that come back although nobody had them turned. */
@Path("/fulfilments/{id}/reception")
@Tag(name = "Fulfilments")
@Produces(MediaType.APPLICATION_JSON)
public class ReturnedParcelResource {
    private final ReceiveParcel receive;
    private final FindFulfilments fulfilments;
    private final FindOrders orders;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public ReturnedParcelResource(
            ReceiveParcel receive, FindFulfilments fulfilments, FindOrders orders, Bodies bodies, Once once) {
        this.receive = receive;
        this.fulfilments = fulfilments;
        this.orders = orders;
        this.bodies = bodies;
        this.once = once;
    }

    @POST
    @Operation(
            operationId = "receiveParcel",
            summary = "A parcel refused at the door, or undeliverable, is back: it is paid back")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceptionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The fulfilment as it is now",
            content = @Content(schema = @Schema(implementation = FulfilmentView.class)))
    public Response receive(@Context SecurityContext security, @PathParam("id") String id, byte @Nullable [] body) {
        Call call = Call.of(security);
        call.commandKey();
        ReceptionBody read = bodies.optional(call, body, ReceptionBody.class, ReceptionBody.NONE);
        FulfilmentId parcel =
                FulfilmentAnswers.visible(fulfilments, orders, id, call).id();
        return once.run(
                call,
                body,
                () -> receive.receive(parcel, !Boolean.FALSE.equals(read.sellable()), call.actor(read.reason()))
                        .decide(new FulfilOrder.Outcome.Cases<Answer>() {
                            @Override
                            public Answer moved(Fulfilment moved) {
                                return Answer.ok(FulfilmentView.of(moved)).at(moved.version());
                            }

                            @Override
                            public Answer refused(Set<OrderRefusal> reasons) {
                                return OrderAnswers.refused(reasons, call);
                            }
                        }));
    }
}
