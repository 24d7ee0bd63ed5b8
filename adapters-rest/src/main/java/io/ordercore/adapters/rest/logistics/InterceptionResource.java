package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.application.logistics.intercept.FindInterceptions;
import io.ordercore.application.logistics.intercept.SettleInterception;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionId;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.party.Actor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Parcels that were to be stopped or turned: how far the carrier is, and what people saw of them. */
@Path("/orders/{id}/interceptions")
@Tag(name = "Interceptions", description = "Stopping or turning a parcel on its way.")
@Produces(MediaType.APPLICATION_JSON)
public class InterceptionResource {
    private final FindInterceptions interceptions;
    private final SettleInterception settle;
    private final FindOrders orders;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public InterceptionResource(
            FindInterceptions interceptions, SettleInterception settle, FindOrders orders, Bodies bodies, Once once) {
        this.interceptions = interceptions;
        this.settle = settle;
        this.orders = orders;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(
            operationId = "listInterceptions",
            summary = "Every interception of an order's parcels, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = InterceptionPage.class)))
    public Response list(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        Order order = OrderAnswers.visible(orders, id, call);
        return Answer.ok(new Page<>(
                        interceptions.of(order.id()).stream()
                                .map(InterceptionView::of)
                                .toList(),
                        null))
                .response();
    }

    @GET
    @Path("/{interception}")
    @Operation(operationId = "getInterception", summary = "How far an interception is, and what became of its fee")
    @APIResponse(
            responseCode = "200",
            description = "The interception; its ETag is its version",
            content = @Content(schema = @Schema(implementation = InterceptionView.class)))
    public Response get(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("interception") String interception) {
        Call call = Call.of(security);
        Interception found = visible(id, interception, call);
        return Answer.ok(InterceptionView.of(found))
                .at(found.version())
                .unlessKnown(call)
                .response();
    }

    @POST
    @Path("/{interception}/reception")
    @Operation(
            operationId = "receiveInterceptedParcel",
            summary = "The parcel is back: it is paid back, or the right goods are sent")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceptionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The interception as it is now",
            content = @Content(schema = @Schema(implementation = InterceptionView.class)))
    public Response receive(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("interception") String interception,
            byte @Nullable [] body) {
        return settled(
                security,
                id,
                interception,
                body,
                (it, read, actor) -> settle.returned(it, !Boolean.FALSE.equals(read.sellable()), actor));
    }

    @POST
    @Path("/{interception}/write-off")
    @Operation(
            operationId = "writeOffInterceptedParcel",
            summary = "The parcel never came back: it is paid back, or the right goods are sent")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceptionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The interception as it is now",
            content = @Content(schema = @Schema(implementation = InterceptionView.class)))
    public Response writeOff(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("interception") String interception,
            byte @Nullable [] body) {
        return settled(security, id, interception, body, (it, read, actor) -> settle.lost(it, actor));
    }

    @POST
    @Path("/{interception}/cancellation")
    @Operation(
            operationId = "cancelInterception",
            summary = "Takes an interception back that the carrier was not asked for yet; its fee goes back")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReceptionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The interception as it is now",
            content = @Content(schema = @Schema(implementation = InterceptionView.class)))
    public Response cancel(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("interception") String interception,
            byte @Nullable [] body) {
        return settled(security, id, interception, body, (it, read, actor) -> settle.cancel(it, actor));
    }

    private Response settled(
            SecurityContext security, String id, String interception, byte @Nullable [] body, Settling how) {
        Call call = Call.of(security);
        call.commandKey();
        ReceptionBody read = bodies.optional(call, body, ReceptionBody.class, ReceptionBody.NONE);
        Interception found = visible(id, interception, call);
        return once.run(call, body, () -> answer(how.settle(found.id(), read, call.actor(read.reason())), call));
    }

    private static Answer answer(SettleInterception.Outcome outcome, Call call) {
        return outcome.decide(new SettleInterception.Outcome.Cases<>() {
            @Override
            public Answer settled(Interception interception) {
                return Answer.ok(InterceptionView.of(interception)).at(interception.version());
            }

            @Override
            public Answer tooLate(Interception interception) {
                return Problem.of(
                                ProblemType.INTERCEPTION_REFUSED,
                                List.of(new Violation(
                                        "",
                                        "wrong-status",
                                        Map.of("status", interception.status().name()))))
                        .answer(call.locale());
            }
        });
    }

    private Interception visible(String id, String interception, Call call) {
        Order order = OrderAnswers.visible(orders, id, call);
        return interceptions
                .interception(Parameters.id(interception, InterceptionId::parse))
                .filter(it -> it.fulfilment().order().equals(order.id()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    private interface Settling {
        SettleInterception.Outcome settle(InterceptionId id, ReceptionBody read, Actor actor);
    }

    @Schema(name = "InterceptionPage")
    private record InterceptionPage(
            List<InterceptionView> items, @Nullable String next) {}
}
