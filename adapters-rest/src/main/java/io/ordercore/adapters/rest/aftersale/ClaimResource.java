package io.ordercore.adapters.rest.aftersale;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.application.aftersale.AfterSaleOutcome;
import io.ordercore.application.aftersale.ClaimGoods;
import io.ordercore.application.aftersale.FindAfterSales;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.aftersale.Claim;
import io.ordercore.domain.aftersale.ClaimId;
import io.ordercore.domain.order.Order;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Goods that are lost, damaged, wrong or missing. */
@Path("/orders/{id}/claims")
@Tag(name = "After-sale", description = "Goods that come back, are replaced, or never came.")
@Produces(MediaType.APPLICATION_JSON)
public class ClaimResource {
    private final ClaimGoods claimGoods;
    private final FindAfterSales afterSales;
    private final FindOrders orders;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public ClaimResource(
            ClaimGoods claimGoods, FindAfterSales afterSales, FindOrders orders, Bodies bodies, Once once) {
        this.claimGoods = claimGoods;
        this.afterSales = afterSales;
        this.orders = orders;
        this.bodies = bodies;
        this.once = once;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "fileClaim", summary = "Says that goods are lost, damaged, wrong or missing")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClaimBody.class),
                            examples = @ExampleObject(name = "claim", value = ClaimBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Stored; its status says what it waits for",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    @APIResponse(responseCode = "409", description = "after-sale-refused, with every reason")
    public Response request(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        ClaimBody read = bodies.required(body, ClaimBody.class);
        Order order = OrderAnswers.visible(orders, id, call);
        ClaimGoods.Command command = new ClaimGoods.Command(
                order.id(),
                read.reason(),
                UnitsBody.counted(read.lines() == null ? List.of() : read.lines()),
                read.fulfilment(),
                read.wanted(),
                read.evidence() == null ? "" : read.evidence(),
                call.actor(read.reason().name()));
        return once.run(
                call,
                body,
                () -> AfterSaleAnswers.of(
                        claimGoods.file(command),
                        call,
                        it -> Answer.created(
                                        call.location("orders/" + order.id() + "/claims", it.id()), ClaimView.of(it))
                                .at(it.version())));
    }

    @GET
    @Operation(operationId = "listClaims", summary = "Every claim of an order, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = ClaimPage.class)))
    public Response list(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        Order order = OrderAnswers.visible(orders, id, call);
        return Answer.ok(new Page<>(
                        afterSales.claimsOf(order.id()).stream()
                                .map(ClaimView::of)
                                .toList(),
                        null))
                .response();
    }

    @GET
    @Path("/{claim}")
    @Operation(operationId = "getClaim", summary = "How far a claim is")
    @APIResponse(
            responseCode = "200",
            description = "It; its ETag is its version",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response get(
            @Context SecurityContext security, @PathParam("id") String id, @PathParam("claim") String claim) {
        Call call = Call.of(security);
        Claim found = visible(id, claim, call);
        return Answer.ok(ClaimView.of(found))
                .at(found.version())
                .unlessKnown(call)
                .response();
    }

    @POST
    @Path("/{claim}/approval")
    @Operation(
            operationId = "approveClaim",
            summary = "The merchant or the platform agrees: it is paid back, sent again, or both")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StepBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It as it is now",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response approve(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("claim") String claim,
            byte @Nullable [] body) {
        return step(security, id, claim, body, (it, read, actor) -> claimGoods.approve(it, read.resolution(), actor));
    }

    @POST
    @Path("/{claim}/refusal")
    @Operation(operationId = "denyClaim", summary = "The merchant or the platform does not agree")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StepBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It as it is now",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response deny(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("claim") String claim,
            byte @Nullable [] body) {
        return step(security, id, claim, body, (it, read, actor) -> claimGoods.deny(it, actor));
    }

    private Response step(SecurityContext security, String id, String claim, byte @Nullable [] body, Step how) {
        Call call = Call.of(security);
        call.commandKey();
        StepBody read = bodies.optional(call, body, StepBody.class, StepBody.NONE);
        Claim found = visible(id, claim, call);
        return once.run(
                call,
                body,
                () -> AfterSaleAnswers.of(
                        how.take(found.id(), read, call.actor(read.reason())),
                        call,
                        it -> Answer.ok(ClaimView.of(it)).at(it.version())));
    }

    private Claim visible(String id, String claim, Call call) {
        Order order = OrderAnswers.visible(orders, id, call);
        return afterSales
                .claim(Parameters.id(claim, ClaimId::parse))
                .filter(it -> it.order().equals(order.id()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    private interface Step {
        AfterSaleOutcome<Claim> take(ClaimId id, StepBody read, Actor actor);
    }

    @Schema(name = "ClaimPage")
    private record ClaimPage(
            List<ClaimView> items, @Nullable String next) {}
}
