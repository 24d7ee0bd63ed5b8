package io.ordercore.adapters.rest.credit;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.application.credit.AppealEvidence;
import io.ordercore.domain.credit.Appeal;
import io.ordercore.domain.credit.Owner;
import io.ordercore.domain.party.MerchantId;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Merchants' objections to single events, decided by a person. */
@Path("/credit-appeals")
@Tag(name = "Merchant credit", description = "Explained scores, tiers, sanctions, appeals.")
@Produces(MediaType.APPLICATION_JSON)
public class AppealResource {
    private final AppealEvidence appeals;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public AppealResource(AppealEvidence appeals, Bodies bodies, Once once) {
        this.appeals = appeals;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(operationId = "listAppeals", summary = "Appeals, the earliest first; a merchant sees its own")
    @APIResponse(
            responseCode = "200",
            description = "A page of appeals",
            content = @Content(schema = @Schema(implementation = CreditPages.AppealPage.class)))
    public Response list(
            @Context SecurityContext security,
            @QueryParam("merchant") @Nullable String merchant,
            @QueryParam("open") @Nullable String open,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Call call = Call.of(security);
        MerchantId asked = Parameters.query("merchant", merchant, MerchantId::new);
        if (asked != null && !call.mayTouch(asked)) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        int most = Page.limit(limit);
        List<Appeal> found =
                appeals.list(call.ownOnly() ? call.asMerchant() : asked, Boolean.parseBoolean(open), after, most + 1);
        return Answer.ok(Page.of(found, most, CreditPages.AppealView::of, Appeal::id))
                .response();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "openAppeal",
            summary = "Objects to one event within 14 days; sanctions that rest on the like of it pause meanwhile")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditBodies.AppealBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = CreditPages.AppealView.class)))
    public Response open(@Context SecurityContext security, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        CreditBodies.AppealBody read = bodies.required(body, CreditBodies.AppealBody.class);
        return once.run(
                call,
                body,
                () -> appeals.open(call.asMerchant(), read.evidence(), read.statement())
                        .map(outcome -> answer(outcome, call, true))
                        .orElseGet(() -> Problem.of(
                                        ProblemType.CREDIT_REFUSED,
                                        List.of(Violation.at("/evidence", "unknown-evidence")))
                                .answer(call.locale())));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAppeal", summary = "An appeal")
    @APIResponse(
            responseCode = "200",
            description = "The appeal",
            content = @Content(schema = @Schema(implementation = CreditPages.AppealView.class)))
    public Response get(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        Appeal appeal = appeals.find(id)
                .filter(it -> call.mayTouch(it.merchant()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
        return Answer.ok(CreditPages.AppealView.of(appeal)).response();
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideAppeal",
            summary = "Accepted, the event is another's, and the credit is what it would be had it never counted")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditBodies.DecisionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = CreditPages.AppealView.class)))
    public Response decide(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        CreditBodies.DecisionBody read = bodies.required(body, CreditBodies.DecisionBody.class);
        Conversion conversion = new Conversion();
        if (read.accepted() && (read.owner() == null || read.owner() == Owner.MERCHANT)) {
            conversion.violated("/owner", "invalid-value");
        }
        conversion.finish();
        return once.run(call, body, () -> {
            Optional<AppealEvidence.Outcome> decided =
                    appeals.decide(id, read.accepted() ? read.owner() : null, call.actor(read.reason()));
            return decided.map(outcome -> answer(outcome, call, false))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
        });
    }

    private static Answer answer(AppealEvidence.Outcome outcome, Call call, boolean created) {
        return outcome.decide(new AppealEvidence.Outcome.Cases<>() {
            @Override
            public Answer done(Appeal appeal) {
                CreditPages.AppealView view = CreditPages.AppealView.of(appeal);
                return created ? Answer.created(call.location("credit-appeals", appeal.id()), view) : Answer.ok(view);
            }

            @Override
            public Answer refused(List<Appeal.Refusal> reasons) {
                return Problem.of(
                                ProblemType.CREDIT_REFUSED,
                                reasons.stream().map(Violation::reason).toList())
                        .answer(call.locale());
            }
        });
    }
}
