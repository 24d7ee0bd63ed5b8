package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.application.order.CancelOrder;
import io.ordercore.application.order.FindOrders;
import io.ordercore.application.order.OrderQuery;
import io.ordercore.application.order.ReceiveOrder;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reading orders, and what a buyer decides about them. */
@Path("/orders")
@Tag(name = "Orders", description = "One merchant's part of a purchase.")
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {
    private final FindOrders orders;
    private final CancelOrder cancel;
    private final ReceiveOrder receive;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public OrderResource(FindOrders orders, CancelOrder cancel, ReceiveOrder receive, Bodies bodies, Once once) {
        this.orders = orders;
        this.cancel = cancel;
        this.receive = receive;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(
            operationId = "listOrders",
            summary = "Orders the caller may see, newest first; only staff may ask for a buyer, a merchant or a phone")
    @APIResponse(
            responseCode = "200",
            description = "A page of order summaries",
            content = @Content(schema = @Schema(implementation = OrderPage.class)))
    public Response list(
            @Context SecurityContext security,
            @QueryParam("status") @Nullable String status,
            @QueryParam("buyer") @Nullable String buyer,
            @QueryParam("merchant") @Nullable String merchant,
            @QueryParam("phone") @Nullable String phone,
            @QueryParam("placedFrom") @Nullable String placedFrom,
            @QueryParam("placedBefore") @Nullable String placedBefore,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Call call = Call.of(security);
        boolean asksForOthers = buyer != null || merchant != null || phone != null;
        if (asksForOthers && !call.isStaff()) {
            throw Problem.of(ProblemType.FORBIDDEN).exception();
        }
        int most = Page.limit(limit);
        OrderQuery query = new OrderQuery(
                call.role() == Role.BUYER ? call.asBuyer() : Parameters.query("buyer", buyer, BuyerId::new),
                call.role() == Role.MERCHANT
                        ? call.asMerchant()
                        : Parameters.query("merchant", merchant, MerchantId::new),
                Parameters.query("status", status, OrderStatus::valueOf),
                Parameters.query("phone", phone, PhoneNumber::new),
                Parameters.query("placedFrom", placedFrom, OrderResource::instant),
                Parameters.query("placedBefore", placedBefore, OrderResource::instant),
                Parameters.query("after", after, OrderId::parse),
                most + 1);
        return Answer.ok(Page.of(orders.list(query), most, OrderSummary::of, Order::id))
                .response();
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getOrder", summary = "An order; a merchant sees whom to deliver to once it is paid")
    @APIResponse(
            responseCode = "200",
            description = "The order; its ETag is its version",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response get(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        Order order = OrderAnswers.visible(orders, id, call);
        return Answer.ok(OrderView.of(order, call))
                .at(order.version())
                .unlessKnown(call)
                .response();
    }

    @GET
    @Path("/{id}/history")
    @Operation(operationId = "getOrderHistory", summary = "What happened to an order, oldest first, without gaps")
    @APIResponse(
            responseCode = "200",
            description = "A page of events",
            content = @Content(schema = @Schema(implementation = EventPage.class)))
    public Response history(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Call call = Call.of(security);
        int most = Page.limit(limit);
        Long last = Parameters.query("after", after, Long::valueOf);
        Order order = OrderAnswers.visible(orders, id, call);
        List<OrderEvent> events = orders.history(order.id(), last == null ? 0 : last);
        return Answer.ok(Page.of(events, most, event -> EventView.of(event, call), OrderEvent::sequence))
                .response();
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(
            operationId = "cancelOrder",
            summary = "Cancels an order or some of its units; what was paid for them is given back")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the version the caller has seen")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UnitsBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The order as it is now",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response cancel(@Context SecurityContext security, @PathParam("id") String id, byte @Nullable [] body) {
        Call call = Call.of(security);
        call.commandKey();
        UnitsBody read = bodies.optional(call, body, UnitsBody.class, UnitsBody.ALL);
        Order order = OrderAnswers.visible(orders, id, call);
        CancelOrder.Command command =
                new CancelOrder.Command(order.id(), read.units(), call.expectedVersion(), call.actor(read.reason()));
        return once.run(call, body, () -> OrderAnswers.of(cancel.cancel(command), call));
    }

    @POST
    @Path("/{id}/receipt")
    @Operation(operationId = "receiveOrder", summary = "Confirms that the buyer has everything")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the version the caller has seen")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The order as it is now",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    public Response receive(@Context SecurityContext security, @PathParam("id") String id, byte @Nullable [] body) {
        Call call = Call.of(security);
        call.commandKey();
        ReasonBody read = bodies.optional(call, body, ReasonBody.class, ReasonBody.NONE);
        Order order = OrderAnswers.visible(orders, id, call);
        return once.run(
                call,
                body,
                () -> OrderAnswers.of(
                        receive.receive(order.id(), call.expectedVersion(), call.actor(read.reason())), call));
    }

    @Schema(name = "OrderPage")
    private record OrderPage(
            List<OrderSummary> items, @Nullable String next) {}

    @Schema(name = "OrderEventPage")
    private record EventPage(
            List<EventView> items, @Nullable String next) {}
}
