package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemBody;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.application.logistics.incident.HandleIncidents;
import io.ordercore.application.order.FindOrders;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What went wrong with the parcels of an order. */
@Path("/orders/{id}/incidents")
@Tag(name = "Incidents", description = "What goes wrong on the way, and how it is put right.")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class OrderIncidentsResource {
    private final FindOrders orders;
    private final HandleIncidents incidents;

    @Inject
    public OrderIncidentsResource(FindOrders orders, HandleIncidents incidents) {
        this.orders = orders;
        this.incidents = incidents;
    }

    @GET
    @Operation(operationId = "listOrderIncidents", summary = "The incidents of an order's parcels, the earliest first")
    @APIResponse(
            responseCode = "200",
            description = "The incidents",
            content = @Content(schema = @Schema(implementation = Incidents.class)))
    public Response list(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        return Answer.ok(new Incidents(
                        incidents.of(OrderAnswers.visible(orders, id, call).id()).stream()
                                .map(it -> IncidentCaseView.of(it, call.isStaff(), call.locale()))
                                .toList()))
                .response();
    }

    @Schema(name = "Incidents")
    record Incidents(List<IncidentCaseView> items) {}
}
