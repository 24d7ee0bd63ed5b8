package io.ordercore.adapters.rest.inspection;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.inspection.AgencyBodies.AgencyBody;
import io.ordercore.adapters.rest.inspection.AgencyBodies.AgencyHistory;
import io.ordercore.adapters.rest.inspection.AgencyBodies.AgencyView;
import io.ordercore.adapters.rest.inspection.AgencyBodies.ChangeView;
import io.ordercore.adapters.rest.inspection.AgencyBodies.KeyBody;
import io.ordercore.adapters.rest.inspection.AgencyBodies.Register;
import io.ordercore.application.inspection.ManageAgencies;
import io.ordercore.domain.inspection.Agency;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of agencies, kept by operators; every change is in its history. */
@Path("/inspection-agencies")
@Tag(name = "Inspections", description = "Sampling inspection by MIL-STD-105E / ISO 2859-1.")
@Produces(MediaType.APPLICATION_JSON)
public class AgencyResource {
    private static final int CREATED = 201;

    private final ManageAgencies agencies;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public AgencyResource(ManageAgencies agencies, Bodies bodies, Once once) {
        this.agencies = agencies;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(
            operationId = "listInspectionAgencies",
            summary = "Who inspects what, and by which keys its results are checked")
    @APIResponse(
            responseCode = "200",
            description = "The register, by name",
            content = @Content(schema = @Schema(implementation = Register.class)))
    public Response list(@Context SecurityContext security) {
        Call call = Call.of(security);
        return Answer.ok(new Register(agencies.all().stream()
                        .map(agency -> AgencyView.of(agency, call))
                        .toList()))
                .response();
    }

    @GET
    @Path("/{name}")
    @Operation(operationId = "getInspectionAgency", summary = "An agency")
    @APIResponse(
            responseCode = "200",
            description = "The agency; its ETag is its version",
            content = @Content(schema = @Schema(implementation = AgencyView.class)))
    public Response get(@Context SecurityContext security, @PathParam("name") String name) {
        Call call = Call.of(security);
        Agency agency = found(agencies.find(name));
        return Answer.ok(AgencyView.of(agency, call))
                .at(agency.version())
                .unlessKnown(call)
                .response();
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putInspectionAgency",
            summary = "Registers an agency or changes it; counts from the next order and the next result on",
            description =
                    "A key is changed by POST /inspection-agencies/{name}/keys. An agency that is not active gets no"
                            + " orders, and none of its results are taken.")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the version the caller has seen")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AgencyBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = AgencyView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = AgencyView.class)))
    public Response put(@Context SecurityContext security, @PathParam("name") String name, byte[] body) {
        Call call = Call.of(security);
        AgencyBody read = bodies.required(body, AgencyBody.class);
        @Nullable Agency before = agencies.find(name).orElse(null);
        if ((call.mustExist() && before == null) || (call.mustBeNew() && before != null)) {
            throw Problem.of(ProblemType.STALE_VERSION).exception();
        }
        Conversion conversion = new Conversion();
        if (before == null) {
            ManageAgencies.@Nullable Registration registration = read.registration(name, conversion);
            conversion.finish();
            Agency made = agencies.register(Conversion.given(registration), call.actor(null));
            return Answer.of(CREATED, AgencyView.of(made, call))
                    .at(made.version())
                    .response();
        }
        ManageAgencies.Revision revision = read.revision(before, conversion);
        conversion.finish();
        Agency changed = found(agencies.revise(name, call.expectedVersion(), revision, call.actor(null)));
        return Answer.ok(AgencyView.of(changed, call)).at(changed.version()).response();
    }

    @POST
    @Path("/{name}/keys")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rotateInspectionAgencyKey",
            summary = "Takes another key into use; the former one is good for some hours longer, or not at all")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = KeyBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The agency with its keys",
            content = @Content(schema = @Schema(implementation = AgencyView.class)))
    public Response rotate(@Context SecurityContext security, @PathParam("name") String name, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        KeyBody read = bodies.required(body, KeyBody.class);
        Conversion conversion = new Conversion();
        Agency.@Nullable Key key = AgencyBodies.key(read.publicKey(), conversion);
        Agency before = found(agencies.find(name));
        if (key != null
                && before.keys().stream().anyMatch(known -> known.publicKey().equals(key.publicKey()))) {
            conversion.violated("/publicKey", "known-key");
        }
        conversion.finish();
        return once.run(call, body, () -> {
            Agency rotated = found(agencies.rotate(
                    name, Conversion.given(key).publicKey(), Duration.ofHours(read.overlapHours()), call.actor(null)));
            return Answer.ok(AgencyView.of(rotated, call)).at(rotated.version());
        });
    }

    @GET
    @Path("/{name}/history")
    @Operation(operationId = "getInspectionAgencyHistory", summary = "Who changed what about an agency, and when")
    @APIResponse(
            responseCode = "200",
            description = "Every change, the first first",
            content = @Content(schema = @Schema(implementation = AgencyHistory.class)))
    public Response history(@PathParam("name") String name) {
        found(agencies.find(name));
        return Answer.ok(new AgencyHistory(
                        agencies.changes(name).stream().map(ChangeView::of).toList()))
                .response();
    }

    private static Agency found(Optional<Agency> agency) {
        return agency.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }
}
