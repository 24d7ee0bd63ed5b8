package io.ordercore.adapters.rest.payment;

import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.application.CommandKey;
import io.ordercore.application.order.FindOrders;
import io.ordercore.application.payment.TopUpOrder;
import io.ordercore.domain.order.Order;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Paying what an order costs more than was paid for it. */
@Path("/orders/{id}/payments")
@Tag(name = "Payments", description = "Money taken for purchases.")
@Produces(MediaType.APPLICATION_JSON)
public class OrderPaymentResource {
    private final TopUpOrder topUp;
    private final FindOrders orders;
    private final Bodies bodies;

    @Inject
    public OrderPaymentResource(TopUpOrder topUp, FindOrders orders, Bodies bodies) {
        this.topUp = topUp;
        this.orders = orders;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "payOrder",
            summary = "Pays what an order costs more than was paid: other goods that were sent instead")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentBody.class),
                            examples = @ExampleObject(name = "payment", value = "{\"token\":\"tok_ok\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Paid",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The outcome is not known yet, or the buyer must confirm at action",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @APIResponse(responseCode = "402", description = "payment-declined; another try with another key is welcome")
    public Response pay(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        CommandKey key = call.commandKey();
        PaymentBody read = bodies.required(body, PaymentBody.class);
        if (read.looksLikeCardNumber()) {
            throw Problem.of(ProblemType.INVALID_BODY, List.of(Violation.at("/token", "card-number-refused")))
                    .exception();
        }
        Order order = OrderAnswers.visible(orders, id, call);
        return topUp.topUp(new TopUpOrder.Command(
                        order.id(), null, read.token(), key, call.fingerprint(body), call.actor(read.reason())))
                .decide(new PaymentResource.Answers(call))
                .response();
    }
}
