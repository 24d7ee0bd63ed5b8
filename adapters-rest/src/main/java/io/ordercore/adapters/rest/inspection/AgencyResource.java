package io.ordercore.adapters.rest.inspection;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemBody;
import io.ordercore.application.inspection.Agency;
import io.ordercore.application.inspection.InspectGoods;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of agencies; it is kept in a file of the installation. */
@Path("/inspection-agencies")
@Tag(name = "Inspections", description = "Sampling inspection by MIL-STD-105E / ISO 2859-1.")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class AgencyResource {
    private final InspectGoods inspections;

    @Inject
    public AgencyResource(InspectGoods inspections) {
        this.inspections = inspections;
    }

    @GET
    @Operation(
            operationId = "listInspectionAgencies",
            summary = "Who inspects what, and by which key its results are checked")
    @APIResponse(
            responseCode = "200",
            description = "The register, by name",
            content = @Content(schema = @Schema(implementation = Register.class)))
    public Response list() {
        return Answer.ok(new Register(
                        inspections.agencies().stream().map(AgencyView::of).toList()))
                .response();
    }

    @Schema(name = "InspectionAgencies")
    private record Register(List<AgencyView> items) {}

    /**
     * An agency.
     *
     * @param publicKey Ed25519, X.509, Base64
     * @param categories empty for all
     */
    @Schema(name = "InspectionAgency")
    private record AgencyView(String name, String publicKey, List<String> categories) {
        static AgencyView of(Agency agency) {
            return new AgencyView(
                    agency.name(),
                    agency.publicKey(),
                    agency.categories().stream().sorted().toList());
        }
    }
}
