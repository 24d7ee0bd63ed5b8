package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.Call;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.order.Order;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The live view of one order. */
@Path("/orders/{id}/events")
@Tag(name = "Orders")
public class OrderEventsResource {
    private final FindOrders orders;
    private final LiveEvents live;

    @Inject
    public OrderEventsResource(FindOrders orders, LiveEvents live) {
        this.orders = orders;
        this.live = live;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamOrderEvents",
            summary = "What happened to an order, and what happens from now on, as Server-Sent Events")
    @Parameter(
            name = "Last-Event-ID",
            in = ParameterIn.HEADER,
            description = "the sequence of the last event seen; the stream goes on after it")
    @APIResponse(
            responseCode = "200",
            description = "id: the sequence; event: the type; data: an OrderEvent",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = EventView.class)))
    public void events(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Call call = Call.of(security);
        Order order = OrderAnswers.visible(orders, id, call);
        live.stream(order.id(), call, sink, sse);
    }
}
