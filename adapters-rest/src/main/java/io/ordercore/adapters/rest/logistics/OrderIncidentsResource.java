package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.application.logistics.incident.ChooseRemedy;
import io.ordercore.application.logistics.incident.HandleIncidents;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.order.OrderId;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What went wrong with the parcels of an order. */
@Path("/orders/{id}/incidents")
@Tag(name = "Incidents", description = "What goes wrong on the way, and how it is put right.")
@Produces(MediaType.APPLICATION_JSON)
public class OrderIncidentsResource {
    private final FindOrders orders;
    private final HandleIncidents incidents;
    private final ChooseRemedy chooseRemedy;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public OrderIncidentsResource(
            FindOrders orders, HandleIncidents incidents, ChooseRemedy chooseRemedy, Bodies bodies, Once once) {
        this.orders = orders;
        this.incidents = incidents;
        this.chooseRemedy = chooseRemedy;
        this.bodies = bodies;
        this.once = once;
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

    @POST
    @Path("/{incident}/remedy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "chooseRemedy",
            summary = "The buyer chooses from what is offered; it is done at once, and once")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RemedyBody.class),
                            examples = @ExampleObject(name = "remedy", value = RemedyBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The incident as it is now",
            content = @Content(schema = @Schema(implementation = IncidentCaseView.class)))
    @APIResponse(responseCode = "409", description = "remedy-refused, with every reason")
    public Response choose(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("incident") String incident,
            byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        RemedyBody read = bodies.required(body, RemedyBody.class);
        OrderId order = OrderAnswers.visible(orders, id, call).id();
        IncidentCase found = incidents
                .find(Parameters.id(incident, UUID::fromString))
                .filter(it -> it.fulfilment().order().equals(order))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
        return once.run(call, body, () -> RemedyAnswers.of(chooseRemedy, found, read, call));
    }

    @Schema(name = "Incidents")
    record Incidents(List<IncidentCaseView> items) {}
}
