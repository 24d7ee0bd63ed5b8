package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.application.catalog.listing.ManageRules;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.review.FindingCode;
import io.ordercore.domain.catalog.review.Verdict;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Versions of the rules the automatic review judges by. */
@Path("/review-rules")
@Tag(name = "Review rules", description = "What the platform demands of listings, as data with a version.")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewRulesResource {
    /** Bytes of the largest body: each character of the longest text as a JSON escape of six, and the rest. */
    private static final int LARGEST = 6 * Bodies.LONGEST_TEXT + 1_000;

    private final ManageRules rules;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public ReviewRulesResource(ManageRules rules, Bodies bodies, Once once) {
        this.rules = rules;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(operationId = "listRuleSets", summary = "All versions, and the one in force")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content = @Content(schema = @Schema(implementation = RuleSetsView.class)))
    public Response list() {
        return Answer.ok(new RuleSetsView(rules.current(), rules.versions())).response();
    }

    @GET
    @Path("/{version}")
    @Operation(operationId = "getRuleSet", summary = "A version as text")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content = @Content(schema = @Schema(implementation = RuleSetBody.class)))
    public Response get(@PathParam("version") String version) {
        return Answer.ok(new RuleSetBody(Parameters.id(version, rules::text))).response();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addRuleSet", summary = "Keeps a version; it judges nothing yet")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RuleSetBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Kept; its Location is the version",
            content = @Content(schema = @Schema(implementation = RuleSetBody.class)))
    public Response add(@Context SecurityContext security, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        RuleSetBody read = bodies.required(body, LARGEST, RuleSetBody.class);
        return once.run(call, body, () -> {
            try {
                String version = rules.add(read.text());
                return Answer.created(call.location("review-rules", version), read);
            } catch (IllegalArgumentException unreadable) {
                return Problem.of(ProblemType.INVALID_BODY, List.of(violation(unreadable)))
                        .answer(call.locale());
            }
        });
    }

    @POST
    @Path("/{version}/trial")
    @Operation(operationId = "tryRuleSet", summary = "What all live listings would be told under a version")
    @APIResponse(
            responseCode = "200",
            description = "What it would do",
            content = @Content(schema = @Schema(implementation = TrialView.class)))
    public Response tryOut(@Context SecurityContext security, @PathParam("version") String version) {
        Call.of(security).commandKey();
        ManageRules.DryRun run = rules.tryOnLive(Parameters.id(version, known -> {
            rules.text(known);
            return known;
        }));
        return Answer.ok(new TrialView(
                        run.version(),
                        run.listings(),
                        run.verdicts(),
                        run.findings(),
                        run.examples().stream().map(ListingId::value).toList()))
                .response();
    }

    @PUT
    @Path("/{version}/in-force")
    @Operation(operationId = "chooseRuleSet", summary = "Puts a version in force")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content = @Content(schema = @Schema(implementation = RuleSetsView.class)))
    public Response choose(@PathParam("version") String version) {
        rules.choose(Parameters.id(version, known -> {
            rules.text(known);
            return known;
        }));
        return list();
    }

    private static Violation violation(IllegalArgumentException unreadable) {
        return new Violation("/text", "invalid-rule-set", Map.of("problem", String.valueOf(unreadable.getMessage())));
    }

    /** A version as text. */
    @Schema(name = "RuleSet")
    record RuleSetBody(
            @NotNull @Size(min = 1, max = Bodies.LONGEST_TEXT)
            String text) {}

    /** What there is. */
    @Schema(name = "RuleSets")
    record RuleSetsView(String inForce, List<String> versions) {}

    /** What a version would do. */
    @Schema(name = "RuleSetTrial")
    record TrialView(
            String version,
            long listings,
            Map<Verdict, Long> verdicts,
            Map<FindingCode, Long> findings,
            List<String> examples) {}
}
