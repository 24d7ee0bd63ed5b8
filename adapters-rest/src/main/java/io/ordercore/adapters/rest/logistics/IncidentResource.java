package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.application.logistics.incident.ChooseRemedy;
import io.ordercore.application.logistics.incident.HandleIncidents;
import io.ordercore.application.logistics.incident.IncidentCases.Filter;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The agents' work list. */
@Path("/incidents")
@Tag(name = "Incidents", description = "What goes wrong on the way, and how it is put right.")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentResource {
    private static final Duration LATELY = Duration.ofDays(90);

    private final HandleIncidents incidents;
    private final ChooseRemedy chooseRemedy;
    private final Clock clock;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public IncidentResource(
            HandleIncidents incidents, ChooseRemedy chooseRemedy, Clock clock, Bodies bodies, Once once) {
        this.incidents = incidents;
        this.chooseRemedy = chooseRemedy;
        this.clock = clock;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(operationId = "listIncidents", summary = "Open incidents, the one with the nearest deadline first")
    @APIResponse(
            responseCode = "200",
            description = "The work list",
            content = @Content(schema = @Schema(implementation = OrderIncidentsResource.Incidents.class)))
    public Response list(
            @Context SecurityContext security,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("escalated") @Nullable String escalated,
            @QueryParam("limit") @Nullable String limit) {
        Call call = Call.of(security);
        Filter wanted = new Filter(
                Parameters.query("kind", kind, IncidentKind::valueOf),
                Parameters.query("stage", stage, CaseStage::valueOf),
                "true".equals(escalated));
        return Answer.ok(new OrderIncidentsResource.Incidents(incidents.workList(wanted, Page.limit(limit)).stream()
                        .map(it -> IncidentCaseView.of(it, call.isStaff(), call.locale()))
                        .toList()))
                .response();
    }

    @GET
    @Path("/rates")
    @Operation(operationId = "getIncidentRates", summary = "How often it goes wrong, by carrier and lane")
    @APIResponse(
            responseCode = "200",
            description = "For parcels handed over since from (90 days ago if not given), the most parcels first",
            content = @Content(schema = @Schema(implementation = IncidentRatesView.class)))
    public Response rates(
            @Context SecurityContext security,
            @QueryParam("from") @Nullable String from,
            @QueryParam("limit") @Nullable String limit) {
        Instant asked = Parameters.query("from", from, Instant::parse);
        Instant since = asked == null ? clock.instant().minus(LATELY) : asked;
        return Answer.ok(IncidentRatesView.of(since, incidents.rates(since, Page.limit(limit))))
                .response();
    }

    @POST
    @Path("/{id}/remedy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "remedyIncident",
            summary = "An agent says on the buyer's behalf what is to be done; it is done at once, and once")
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
    public Response remedy(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        RemedyBody read = bodies.required(body, RemedyBody.class);
        IncidentCase found = found(id);
        return once.run(call, body, () -> RemedyAnswers.of(chooseRemedy, found, read, call));
    }

    @POST
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "resolveIncident", summary = "An agent has put it right; the buyer is told")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResolutionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The incident, resolved",
            content = @Content(schema = @Schema(implementation = IncidentCaseView.class)))
    public Response resolve(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        ResolutionBody read = bodies.required(body, ResolutionBody.class);
        IncidentCase found = found(id);
        return once.run(call, body, () -> {
            IncidentCase resolved =
                    incidents.resolve(found.id(), read.note(), call.actor(null)).orElse(found);
            return Answer.ok(IncidentCaseView.of(resolved, call.isStaff(), call.locale()));
        });
    }

    private IncidentCase found(String id) {
        return incidents
                .find(Parameters.id(id, UUID::fromString))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }
}
