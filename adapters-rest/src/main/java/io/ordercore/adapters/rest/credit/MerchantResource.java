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
import io.ordercore.application.credit.FindCredit;
import io.ordercore.application.credit.LiftSanction;
import io.ordercore.application.credit.RecordEvidence;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.MeasureKind;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Role;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A merchant's credit: the score, its reasons, what follows from it. A merchant sees its own, an operator all. */
@Path("/merchants")
@Tag(name = "Merchant credit", description = "Explained scores, tiers, sanctions, appeals.")
@Produces(MediaType.APPLICATION_JSON)
public class MerchantResource {
    private final FindCredit credit;
    private final RecordEvidence record;
    private final LiftSanction lift;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public MerchantResource(FindCredit credit, RecordEvidence record, LiftSanction lift, Bodies bodies, Once once) {
        this.credit = credit;
        this.record = record;
        this.lift = lift;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(operationId = "listMerchants", summary = "Where every merchant stands, by name")
    @APIResponse(
            responseCode = "200",
            description = "A page of standings",
            content = @Content(schema = @Schema(implementation = CreditPages.StandingPage.class)))
    public Response list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        int most = Page.limit(limit);
        List<FindCredit.Report> found = credit.list(Parameters.query("after", after, MerchantId::new), most + 1);
        return Answer.ok(Page.of(
                        found,
                        most,
                        MerchantResource::standing,
                        report -> report.file().merchant().value()))
                .response();
    }

    @GET
    @Path("/{id}/credit")
    @Operation(
            operationId = "getMerchantCredit",
            summary = "The score with its exact explanation, the tier, terms, sanctions, and the way to recover")
    @APIResponse(
            responseCode = "200",
            description = "The merchant's credit",
            content = @Content(schema = @Schema(implementation = CreditView.class)))
    public Response get(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @Parameter(description = "the day of the score; a day to come says what today's evidence is worth then")
                    @QueryParam("on")
                    @Nullable
                    String on) {
        Call call = Call.of(security);
        MerchantId merchant = own(call, id);
        LocalDate day = Parameters.query("on", on, LocalDate::parse);
        FindCredit.Report report = Parameters.query(
                "on",
                day == null ? "today" : day.toString(),
                text -> credit.credit(merchant, day).orElse(null));
        if (report == null && call.role() != Role.MERCHANT) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return Answer.ok(view(report == null ? credit.newcomer(merchant) : report, call.locale()))
                .response();
    }

    @GET
    @Path("/{id}/credit/history")
    @Operation(operationId = "getCreditHistory", summary = "What changed in a merchant's credit, when and why")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries, the latest first",
            content = @Content(schema = @Schema(implementation = CreditPages.HistoryPage.class)))
    public Response history(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        MerchantId merchant = known(Call.of(security), id);
        int most = Page.limit(limit);
        return Answer.ok(Page.of(
                        credit.history(merchant, Parameters.query("after", after, Long::valueOf), most + 1),
                        most,
                        CreditPages.EntryView::of,
                        line -> line.number()))
                .response();
    }

    @GET
    @Path("/{id}/credit/evidence")
    @Operation(
            operationId = "listCreditEvidence",
            summary = "What was learnt of a merchant, and until when it may appeal")
    @APIResponse(
            responseCode = "200",
            description = "A page of evidence, the latest first",
            content = @Content(schema = @Schema(implementation = CreditPages.EvidencePage.class)))
    public Response evidence(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        MerchantId merchant = known(Call.of(security), id);
        int most = Page.limit(limit);
        return Answer.ok(Page.of(
                        credit.evidence(merchant, after, most + 1),
                        most,
                        CreditPages.EvidenceView::of,
                        piece -> piece.evidence().id()))
                .response();
    }

    @GET
    @Path("/{id}/payouts")
    @Operation(operationId = "listPayouts", summary = "What a merchant gets for completed orders, and when")
    @APIResponse(
            responseCode = "200",
            description = "A page of payouts, the latest first",
            content = @Content(schema = @Schema(implementation = CreditPages.PayoutPage.class)))
    public Response payouts(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        MerchantId merchant = known(Call.of(security), id);
        int most = Page.limit(limit);
        return Answer.ok(Page.of(
                        credit.payouts(merchant, Parameters.query("after", after, OrderId::parse), most + 1),
                        most,
                        CreditPages.PayoutView::of,
                        payout -> payout.order()))
                .response();
    }

    @POST
    @Path("/{id}/credit/evidence")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recordCreditEvidence",
            summary = "Adds points for a breach of the rules, deceit, a response or a tracking check; counts at once")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditBodies.EvidenceBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The merchant's credit after it",
            content = @Content(schema = @Schema(implementation = CreditView.class)))
    public Response record(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        CreditBodies.EvidenceBody read = bodies.required(body, CreditBodies.EvidenceBody.class);
        MerchantId merchant = Parameters.id(id, MerchantId::new);
        Conversion conversion = new Conversion();
        Evidence piece = read.evidence();
        if (piece == null) {
            conversion.violated(
                    read.kind() == CreditBodies.EvidenceBody.Kind.POLICY_POINTS ? "/points" : "/inOrder", "not-null");
        }
        conversion.finish();
        return once.run(call, body, () -> {
            record.learn(merchant, Conversion.given(piece));
            return Answer.ok(view(credit.credit(merchant, null).orElseThrow(), call.locale()));
        });
    }

    @POST
    @Path("/{id}/credit/sanctions/{measure}/lift")
    @Operation(operationId = "liftSanction", summary = "Ends a measure before its time")
    @APIResponse(
            responseCode = "200",
            description = "The merchant's credit after it",
            content = @Content(schema = @Schema(implementation = CreditView.class)))
    public Response lift(
            @Context SecurityContext security, @PathParam("id") String id, @PathParam("measure") String measure) {
        Call call = Call.of(security);
        call.commandKey();
        MerchantId merchant = known(call, id);
        MeasureKind kind = Parameters.id(
                measure,
                text -> MeasureKind.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')));
        return once.run(
                call,
                null,
                () -> lift.lift(merchant, kind)
                        ? Answer.ok(view(credit.credit(merchant, null).orElseThrow(), call.locale()))
                        : Problem.of(ProblemType.CREDIT_REFUSED, List.of(Violation.at("", "no-such-measure")))
                                .answer(call.locale()));
    }

    /** The merchant a caller may ask about: anybody else is as little there as nobody. */
    static MerchantId own(Call call, String id) {
        MerchantId merchant = Parameters.id(id, MerchantId::new);
        if (!call.mayTouch(merchant)) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return merchant;
    }

    private MerchantId known(Call call, String id) {
        return known(credit, call, id);
    }

    /** The same, and it has been met before; a merchant itself always was. */
    static MerchantId known(FindCredit credit, Call call, String id) {
        MerchantId merchant = own(call, id);
        if (call.role() != Role.MERCHANT && credit.credit(merchant, null).isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return merchant;
    }

    private static CreditView view(FindCredit.Report report, Locale locale) {
        return CreditView.of(report, report.at(), locale);
    }

    private static CreditPages.StandingView standing(FindCredit.Report report) {
        return new CreditPages.StandingView(
                report.file().merchant().value(),
                report.file().tier(),
                CreditView.points(report.score().points()),
                report.score().isThin(),
                report.file().credit().drift().alarms());
    }
}
