package io.ordercore.adapters.rest.aftersale;

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
import io.ordercore.application.aftersale.AfterSaleOutcome;
import io.ordercore.application.aftersale.FindAfterSales;
import io.ordercore.application.aftersale.ReturnGoods;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.aftersale.Return;
import io.ordercore.domain.aftersale.ReturnId;
import io.ordercore.domain.catalog.Sku;
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

/** Goods that come back, for money or for other goods. */
@Path("/orders/{id}/returns")
@Tag(name = "After-sale", description = "Goods that come back, are replaced, or never came.")
@Produces(MediaType.APPLICATION_JSON)
public class ReturnResource {
    private final ReturnGoods returnGoods;
    private final FindAfterSales afterSales;
    private final FindOrders orders;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public ReturnResource(
            ReturnGoods returnGoods, FindAfterSales afterSales, FindOrders orders, Bodies bodies, Once once) {
        this.returnGoods = returnGoods;
        this.afterSales = afterSales;
        this.orders = orders;
        this.bodies = bodies;
        this.once = once;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "requestReturn", summary = "Asks to send goods back, for money or for other goods")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReturnBody.class),
                            examples = @ExampleObject(name = "return", value = ReturnBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Stored; its status says what it waits for",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    @APIResponse(responseCode = "409", description = "after-sale-refused, with every reason")
    public Response request(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        ReturnBody read = bodies.required(body, ReturnBody.class);
        Order order = OrderAnswers.visible(orders, id, call);
        ReturnGoods.Command command = new ReturnGoods.Command(
                order.id(),
                read.reason(),
                UnitsBody.counted(read.lines()),
                read.exchangeFor() == null ? null : new Sku(read.exchangeFor()),
                call.actor(read.reason().name()));
        return once.run(
                call,
                body,
                () -> AfterSaleAnswers.of(
                        returnGoods.request(command),
                        call,
                        it -> Answer.created(
                                        call.location("orders/" + order.id() + "/returns", it.id()), ReturnView.of(it))
                                .at(it.version())));
    }

    @GET
    @Operation(operationId = "listReturns", summary = "Every return of an order, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = ReturnPage.class)))
    public Response list(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        Order order = OrderAnswers.visible(orders, id, call);
        return Answer.ok(new Page<>(
                        afterSales.returnsOf(order.id()).stream()
                                .map(ReturnView::of)
                                .toList(),
                        null))
                .response();
    }

    @GET
    @Path("/{return}")
    @Operation(operationId = "getReturn", summary = "How far a return is, unit by unit")
    @APIResponse(
            responseCode = "200",
            description = "It; its ETag is its version",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    public Response get(
            @Context SecurityContext security, @PathParam("id") String id, @PathParam("return") String goods) {
        Call call = Call.of(security);
        Return found = visible(id, goods, call);
        return Answer.ok(ReturnView.of(found))
                .at(found.version())
                .unlessKnown(call)
                .response();
    }

    @POST
    @Path("/{return}/approval")
    @Operation(operationId = "approveReturn", summary = "The merchant agrees: the buyer may send the goods")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StepBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It as it is now",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    public Response approve(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("return") String goods,
            byte @Nullable [] body) {
        return step(security, id, goods, body, (it, read, actor) -> returnGoods.approve(it, actor));
    }

    @POST
    @Path("/{return}/refusal")
    @Operation(operationId = "declineReturn", summary = "The merchant does not agree")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StepBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It as it is now",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    public Response decline(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("return") String goods,
            byte @Nullable [] body) {
        return step(security, id, goods, body, (it, read, actor) -> returnGoods.decline(it, actor));
    }

    @POST
    @Path("/{return}/cancellation")
    @Operation(operationId = "cancelReturn", summary = "The buyer keeps the goods after all")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StepBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It as it is now",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    public Response cancel(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("return") String goods,
            byte @Nullable [] body) {
        return step(security, id, goods, body, (it, read, actor) -> returnGoods.cancel(it, actor));
    }

    @POST
    @Path("/{return}/shipment")
    @Operation(operationId = "sendReturn", summary = "The buyer sent the goods")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StepBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It as it is now",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    public Response sent(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("return") String goods,
            byte @Nullable [] body) {
        return step(security, id, goods, body, (it, read, actor) -> returnGoods.sent(it, numberOf(read), actor));
    }

    @POST
    @Path("/{return}/reception")
    @Operation(operationId = "receiveReturn", summary = "The warehouse opened the parcel; units not named are there")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StepBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It as it is now",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    public Response received(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("return") String goods,
            byte @Nullable [] body) {
        return step(security, id, goods, body, (it, read, actor) -> returnGoods.received(it, read.receptions(), actor));
    }

    @POST
    @Path("/{return}/inspection")
    @Operation(
            operationId = "inspectReturn",
            summary = "The warehouse looked at the goods; units not named are accepted and paid back or replaced")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StepBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "It as it is now",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    public Response inspected(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("return") String goods,
            byte @Nullable [] body) {
        return step(security, id, goods, body, (it, read, actor) -> returnGoods.inspected(it, read.findings(), actor));
    }

    private static String numberOf(StepBody read) {
        String number = read.trackingNumber();
        if (number == null) {
            throw Problem.of(ProblemType.INVALID_BODY, List.of(Violation.at("/trackingNumber", "not-null")))
                    .exception();
        }
        return number;
    }

    private Response step(SecurityContext security, String id, String goods, byte @Nullable [] body, Step how) {
        Call call = Call.of(security);
        call.commandKey();
        StepBody read = bodies.optional(call, body, StepBody.class, StepBody.NONE);
        Return found = visible(id, goods, call);
        return once.run(
                call,
                body,
                () -> AfterSaleAnswers.of(
                        how.take(found.id(), read, call.actor(read.reason())),
                        call,
                        it -> Answer.ok(ReturnView.of(it)).at(it.version())));
    }

    private Return visible(String id, String goods, Call call) {
        Order order = OrderAnswers.visible(orders, id, call);
        return afterSales
                .goodsReturn(Parameters.id(goods, ReturnId::parse))
                .filter(it -> it.order().equals(order.id()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    private interface Step {
        AfterSaleOutcome<Return> take(ReturnId id, StepBody read, Actor actor);
    }

    @Schema(name = "ReturnPage")
    private record ReturnPage(
            List<ReturnView> items, @Nullable String next) {}
}
