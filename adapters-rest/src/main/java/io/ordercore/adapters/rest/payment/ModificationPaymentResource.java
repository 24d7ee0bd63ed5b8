package io.ordercore.adapters.rest.payment;

import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.application.CommandKey;
import io.ordercore.application.modification.FindModifications;
import io.ordercore.application.modification.PayModification;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetId;
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

/** Paying what a change costs more. */
@Path("/orders/{id}/modifications/{modification}/payments")
@Tag(name = "Payments", description = "Money taken for purchases.")
@Produces(MediaType.APPLICATION_JSON)
public class ModificationPaymentResource {
    private final PayModification pay;
    private final FindModifications modifications;
    private final FindOrders orders;
    private final Bodies bodies;

    @Inject
    public ModificationPaymentResource(
            PayModification pay, FindModifications modifications, FindOrders orders, Bodies bodies) {
        this.pay = pay;
        this.modifications = modifications;
        this.orders = orders;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "payModification", summary = "Pays what a change costs more; with the money it is done")
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
    public Response pay(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("modification") String modification,
            byte[] body) {
        Call call = Call.of(security);
        CommandKey key = call.commandKey();
        PaymentBody read = bodies.required(body, PaymentBody.class);
        if (read.looksLikeCardNumber()) {
            throw Problem.of(ProblemType.INVALID_BODY, List.of(Violation.at("/token", "card-number-refused")))
                    .exception();
        }
        Order order = OrderAnswers.visible(orders, id, call);
        ChangeSet changeSet = modifications
                .changeSet(Parameters.id(modification, ChangeSetId::parse))
                .filter(it -> it.order().equals(order.id()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
        return pay.pay(new PayModification.Command(
                        changeSet.id(), read.token(), key, call.fingerprint(body), call.actor(read.reason())))
                .decide(new PaymentResource.Answers(call))
                .response();
    }
}
