package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.application.logistics.TrackParcels;
import io.ordercore.application.logistics.arrival.ForecastArrival;
import io.ordercore.application.logistics.incident.HandleIncidents;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.order.Order;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the parcels of an order are. */
@Path("/orders/{id}/tracking")
@Tag(name = "Tracking", description = "Where parcels are, what happened, when they should arrive.")
public class TrackingResource {
    private final FindOrders orders;
    private final TrackParcels parcels;
    private final HandleIncidents incidents;
    private final ForecastArrival arrival;
    private final LiveTracking live;
    private final Clock clock;

    @Inject
    public TrackingResource(
            FindOrders orders,
            TrackParcels parcels,
            HandleIncidents incidents,
            ForecastArrival arrival,
            LiveTracking live,
            Clock clock) {
        this.orders = orders;
        this.parcels = parcels;
        this.incidents = incidents;
        this.arrival = arrival;
        this.live = live;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getTracking", summary = "Every parcel of an order: status, events, arrival, incidents")
    @APIResponse(
            responseCode = "200",
            description = "The parcels; none before the first is handed over",
            content = @Content(schema = @Schema(implementation = TrackingView.class)))
    public Response get(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        Order order = OrderAnswers.visible(orders, id, call);
        return Answer.ok(TrackingView.of(
                        order,
                        parcels.of(order.id()),
                        incidents.of(order.id()),
                        arrival,
                        clock.instant(),
                        call.isStaff(),
                        call.locale()))
                .response();
    }

    @GET
    @Path("/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamTracking",
            summary =
                    "Where the parcels of an order are, at once and whenever something is heard, as Server-Sent Events")
    @APIResponse(
            responseCode = "200",
            description = "event: tracking; data: a Tracking",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = TrackingView.class)))
    public void live(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Call call = Call.of(security);
        live.stream(OrderAnswers.visible(orders, id, call), call, sink, sse);
    }
}
