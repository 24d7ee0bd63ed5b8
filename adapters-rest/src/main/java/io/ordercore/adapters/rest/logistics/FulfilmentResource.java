package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.adapters.rest.order.ReasonBody;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.logistics.FindFulfilments;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.party.Actor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Bringing a fulfilment from the shelf to the buyer. */
@Path("/fulfilments/{id}")
@Tag(name = "Fulfilments")
@Produces(MediaType.APPLICATION_JSON)
public class FulfilmentResource {
    private final FulfilOrder fulfil;
    private final FindFulfilments fulfilments;
    private final FindOrders orders;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public FulfilmentResource(
            FulfilOrder fulfil, FindFulfilments fulfilments, FindOrders orders, Bodies bodies, Once once) {
        this.fulfil = fulfil;
        this.fulfilments = fulfilments;
        this.orders = orders;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(operationId = "getFulfilment", summary = "A fulfilment of an order the caller may see")
    @APIResponse(
            responseCode = "200",
            description = "The fulfilment; its ETag is its version",
            content = @Content(schema = @Schema(implementation = FulfilmentView.class)))
    public Response get(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        Fulfilment fulfilment = FulfilmentAnswers.visible(fulfilments, orders, id, call);
        return Answer.ok(FulfilmentView.of(fulfilment))
                .at(fulfilment.version())
                .unlessKnown(call)
                .response();
    }

    @POST
    @Path("/pick")
    @Operation(operationId = "pickFulfilment", summary = "The warehouse starts to pick")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the version the caller has seen")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The fulfilment as it is now",
            content = @Content(schema = @Schema(implementation = FulfilmentView.class)))
    public Response pick(@Context SecurityContext security, @PathParam("id") String id, byte @Nullable [] body) {
        return step(security, id, body, (fulfilment, actor) -> fulfil.pick(fulfilment, actor));
    }

    @POST
    @Path("/pack")
    @Operation(operationId = "packFulfilment", summary = "The warehouse has packed")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the version the caller has seen")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The fulfilment as it is now",
            content = @Content(schema = @Schema(implementation = FulfilmentView.class)))
    public Response pack(@Context SecurityContext security, @PathParam("id") String id, byte @Nullable [] body) {
        return step(security, id, body, (fulfilment, actor) -> fulfil.pack(fulfilment, actor));
    }

    @POST
    @Path("/hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "handOverFulfilment", summary = "A carrier takes the parcel; its units leave the stock")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the version the caller has seen")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HandOverBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The fulfilment as it is now",
            content = @Content(schema = @Schema(implementation = FulfilmentView.class)))
    public Response handOver(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        HandOverBody read = bodies.required(body, HandOverBody.class);
        FulfilmentId fulfilment =
                FulfilmentAnswers.visible(fulfilments, orders, id, call).id();
        return run(
                call,
                body,
                fulfilment,
                () -> fulfil.handOver(fulfilment, read.carrier(), read.trackingNumber(), call.actor(read.reason())));
    }

    @POST
    @Path("/deliver")
    @Operation(operationId = "deliverFulfilment", summary = "The parcel has reached the buyer")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the version the caller has seen")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The fulfilment as it is now",
            content = @Content(schema = @Schema(implementation = FulfilmentView.class)))
    public Response deliver(@Context SecurityContext security, @PathParam("id") String id, byte @Nullable [] body) {
        return step(security, id, body, (fulfilment, actor) -> fulfil.deliver(fulfilment, actor));
    }

    private Response step(
            SecurityContext security,
            String id,
            byte @Nullable [] body,
            BiFunction<FulfilmentId, Actor, FulfilOrder.Outcome> step) {
        Call call = Call.of(security);
        call.commandKey();
        ReasonBody read = bodies.optional(call, body, ReasonBody.class, ReasonBody.NONE);
        FulfilmentId fulfilment =
                FulfilmentAnswers.visible(fulfilments, orders, id, call).id();
        return run(call, body, fulfilment, () -> step.apply(fulfilment, call.actor(read.reason())));
    }

    private Response run(
            Call call, byte @Nullable [] body, FulfilmentId fulfilment, Supplier<FulfilOrder.Outcome> step) {
        return once.run(call, body, () -> {
            requireVersion(fulfilment, call.expectedVersion());
            return step.get().decide(new FulfilOrder.Outcome.Cases<Answer>() {
                @Override
                public Answer moved(Fulfilment moved) {
                    return Answer.ok(FulfilmentView.of(moved)).at(moved.version());
                }

                @Override
                public Answer refused(Set<OrderRefusal> reasons) {
                    return OrderAnswers.refused(reasons, call);
                }
            });
        });
    }

    /** In the command's transaction; a later change is refused when it is stored. */
    private void requireVersion(FulfilmentId id, @Nullable Long expected) {
        if (expected != null
                && fulfilments
                        .fulfilment(id)
                        .map(Fulfilment::version)
                        .filter(expected::equals)
                        .isEmpty()) {
            throw new StaleVersionException("fulfilment " + id);
        }
    }
}
