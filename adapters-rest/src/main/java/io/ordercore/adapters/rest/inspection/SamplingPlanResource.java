package io.ordercore.adapters.rest.inspection;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.domain.inspection.Aql;
import io.ordercore.domain.inspection.CharacteristicCurve;
import io.ordercore.domain.inspection.InspectionLevel;
import io.ordercore.domain.inspection.OperatingCharacteristic;
import io.ordercore.domain.inspection.SamplingPlan;
import io.ordercore.domain.inspection.Severity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The plans of the standard, and their operating characteristics. */
@Path("/sampling-plans")
@Tag(name = "Inspections", description = "Sampling inspection by MIL-STD-105E / ISO 2859-1.")
@Produces(MediaType.APPLICATION_JSON)
public class SamplingPlanResource {
    private static final String SVG = "image/svg+xml";

    @GET
    @Operation(
            operationId = "getSamplingPlan",
            summary = "The single sampling plan for a lot, with both risks and the curve as numbers")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response plan(
            @Parameter(description = "units, 2 or more", required = true) @QueryParam("lotSize") @Nullable
                    String lotSize,
            @Parameter(description = "I, II, III, S1 to S4; II unless given") @QueryParam("level") @Nullable
                    String level,
            @Parameter(description = "NORMAL, TIGHTENED or REDUCED; NORMAL unless given")
                    @QueryParam("severity")
                    @Nullable
                    String severity,
            @Parameter(description = "for example 2.5", required = true) @QueryParam("aql") @Nullable String aql) {
        return Answer.ok(PlanView.of(
                        given("lotSize", lotSize, null, SamplingPlanResource::lotSize),
                        given("level", level, "II", InspectionLevel::valueOf),
                        given("severity", severity, "NORMAL", Severity::valueOf),
                        given("aql", aql, null, Aql::of)))
                .response();
    }

    @GET
    @Path("/curve")
    @Produces(SVG)
    @Operation(operationId = "getSamplingPlanCurve", summary = "The operating characteristic of a plan as a picture")
    @APIResponse(responseCode = "200", description = "The curve", content = @Content(mediaType = SVG))
    public Response curve(
            @QueryParam("lotSize") @Nullable String lotSize,
            @QueryParam("level") @Nullable String level,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("aql") @Nullable String aql) {
        Aql limit = given("aql", aql, null, Aql::of);
        SamplingPlan plan = SamplingPlan.of(
                given("lotSize", lotSize, null, SamplingPlanResource::lotSize),
                given("level", level, "II", InspectionLevel::valueOf),
                given("severity", severity, "NORMAL", Severity::valueOf),
                limit);
        return Response.ok(CharacteristicCurve.svg(OperatingCharacteristic.of(plan, limit), limit), SVG)
                .build();
    }

    private static int lotSize(String text) {
        int size = Integer.parseInt(text);
        if (size < 2) {
            throw new IllegalArgumentException("a lot has two units at least");
        }
        return size;
    }

    private static <T> T given(
            String name, @Nullable String text, @Nullable String otherwise, Function<String, T> parse) {
        T read = Parameters.query(name, text == null || text.isEmpty() ? otherwise : text, parse);
        if (read == null) {
            throw Parameters.invalid(name);
        }
        return read;
    }
}
