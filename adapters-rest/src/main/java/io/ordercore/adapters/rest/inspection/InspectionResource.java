package io.ordercore.adapters.rest.inspection;

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
import io.ordercore.application.catalog.ManageOffers;
import io.ordercore.application.inspection.FindDraws;
import io.ordercore.application.inspection.InspectGoods;
import io.ordercore.application.inspection.ManageAgencies;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.CharacteristicCurve;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.InspectionPolicy;
import io.ordercore.domain.inspection.OperatingCharacteristic;
import io.ordercore.domain.inspection.ReportDecision;
import io.ordercore.domain.inspection.SamplingPlan;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lots drawn and inspected; a report of "not accepted" takes the product off sale before it is answered. */
@Path("/inspections")
@Tag(name = "Inspections", description = "Sampling inspection by MIL-STD-105E / ISO 2859-1.")
@Produces(MediaType.APPLICATION_JSON)
public class InspectionResource {
    private static final String SVG = "image/svg+xml";

    private final InspectGoods inspections;
    private final ManageAgencies agencies;
    private final FindDraws draws;
    private final ManageOffers offers;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public InspectionResource(
            InspectGoods inspections,
            ManageAgencies agencies,
            FindDraws draws,
            ManageOffers offers,
            Bodies bodies,
            Once once) {
        this.inspections = inspections;
        this.agencies = agencies;
        this.draws = draws;
        this.offers = offers;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(operationId = "listInspections", summary = "Inspections, the latest first; a merchant sees its own")
    @APIResponse(
            responseCode = "200",
            description = "A page of inspections",
            content = @Content(schema = @Schema(implementation = InspectionPage.class)))
    public Response list(
            @Context SecurityContext security,
            @QueryParam("merchant") @Nullable String merchant,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Call call = Call.of(security);
        MerchantId asked = Parameters.query("merchant", merchant, MerchantId::new);
        if (asked != null && !call.mayTouch(asked)) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        int most = Page.limit(limit);
        List<Inspection> found = inspections.list(
                call.ownOnly() ? call.asMerchant() : asked,
                Parameters.query("after", after, InspectionId::parse),
                most + 1);
        return Answer.ok(Page.of(found, most, inspection -> view(inspection, call), Inspection::id))
                .response();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getInspection", summary = "An inspection: plans, draw, and what the agency found")
    @APIResponse(
            responseCode = "200",
            description = "The inspection; its ETag is its version",
            content = @Content(schema = @Schema(implementation = InspectionView.class)))
    public Response get(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        Inspection inspection = visible(id, call);
        return Answer.ok(view(inspection, call))
                .at(inspection.version())
                .unlessKnown(call)
                .response();
    }

    @GET
    @Path("/{id}/draw")
    @Operation(
            operationId = "getInspectionDraw",
            summary =
                    "How the lot and its units were drawn: the hash of the seed, the risk, the selection, and then the seed")
    @APIResponse(
            responseCode = "200",
            description = "The draw",
            content = @Content(schema = @Schema(implementation = DrawView.class)))
    public Response draw(@Context SecurityContext security, @PathParam("id") String id) {
        return Answer.ok(DrawView.of(draws.of(visible(id, Call.of(security))))).response();
    }

    @GET
    @Path("/{id}/order")
    @Operation(
            operationId = "getInspectionOrder",
            summary = "How the order for an inspection reaches its agency: attempts, answer, the agency's reference")
    @APIResponse(
            responseCode = "200",
            description = "The order; 404 where the agency looks at the list of inspections itself",
            content = @Content(schema = @Schema(implementation = AgencyOrderView.class)))
    public Response sent(@Context SecurityContext security, @PathParam("id") String id) {
        return inspections
                .sent(visible(id, Call.of(security)).id())
                .map(order -> Answer.ok(AgencyOrderView.of(order)).response())
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    @GET
    @Path("/{id}/curve")
    @Produces(SVG)
    @Operation(
            operationId = "getInspectionCurve",
            summary = "The operating characteristic of an inspection's plan for a class of defects, as a picture")
    @APIResponse(responseCode = "200", description = "The curve", content = @Content(mediaType = SVG))
    public Response curve(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @QueryParam("defectClass") @Nullable String defectClass) {
        Inspection inspection = visible(id, Call.of(security));
        DefectClass asked = Parameters.query("defectClass", defectClass, DefectClass::valueOf);
        DefectClass shown = asked == null ? DefectClass.MAJOR : asked;
        SamplingPlan plan = inspection.plans().get(shown);
        if (plan == null) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        var aql = InspectionPolicy.STANDARD.aqlFor(inspection.lot().category(), shown);
        return Response.ok(CharacteristicCurve.svg(OperatingCharacteristic.of(plan, aql), aql), SVG)
                .build();
    }

    @GET
    @Path("/products/{sku}")
    @Operation(
            operationId = "getProductQuality",
            summary = "Where a product stands: severity per class, rectifications")
    @APIResponse(
            responseCode = "200",
            description = "The product's quality",
            content = @Content(schema = @Schema(implementation = QualityView.class)))
    public Response quality(@Context SecurityContext security, @PathParam("sku") String text) {
        Call call = Call.of(security);
        Sku sku = Parameters.id(text, Sku::new);
        if (offers.find(sku).map(Offer::merchant).filter(call::mayTouch).isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        return Answer.ok(QualityView.of(sku.value(), inspections.states(sku), inspections.rectifications(sku)))
                .response();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "orderInspection",
            summary =
                    "Draws a lot and orders its inspection; the draw's seed is committed to before anything is counted")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InspectionBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Ordered",
            content = @Content(schema = @Schema(implementation = InspectionView.class)))
    public Response order(@Context SecurityContext security, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        InspectionBody read = bodies.required(body, InspectionBody.class);
        Conversion conversion = new Conversion();
        Sku sku = conversion.at("/sku", "invalid-sku", () -> new Sku(read.sku()));
        if (agencies.find(read.agency())
                .filter(agency -> agency.inspects(read.category()))
                .isEmpty()) {
            conversion.violated("/agency", "no-such-agency");
        }
        conversion.finish();
        Offer offer = offers.find(Conversion.given(sku))
                .orElseThrow(() -> Problem.of(ProblemType.UNKNOWN_SKU).exception());
        InspectGoods.Command command = new InspectGoods.Command(
                offer.merchant(),
                offer.sku(),
                read.category(),
                read.lotSize(),
                read.agency(),
                Boolean.TRUE.equals(read.steady()));
        return once.run(call, body, () -> {
            Inspection inspection = inspections.order(command);
            return Answer.created(call.location("inspections", inspection.id()), view(inspection, call))
                    .at(inspection.version());
        });
    }

    @POST
    @Path("/{id}/report")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reportInspection",
            summary = "The agency's signed result. Not accepted: the product is off sale when this is answered")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The inspection with its report",
            content = @Content(schema = @Schema(implementation = InspectionView.class)))
    public Response report(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        ReportBody read = bodies.required(body, ReportBody.class);
        Inspection inspection = visible(id, call);
        return once.run(
                call,
                body,
                () -> answer(inspections.report(inspection.id(), agency(inspection, call), read.report()), call));
    }

    @POST
    @Path("/{id}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "correctInspection",
            summary = "The agency corrects its own signed result; the former entry stays in the history",
            description =
                    "Suspension, rectification, switching and the merchant's credit become what they would be had the"
                            + " correction been the report.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CorrectionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The inspection with all its entries",
            content = @Content(schema = @Schema(implementation = InspectionView.class)))
    public Response correct(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        CorrectionBody read = bodies.required(body, CorrectionBody.class);
        Inspection inspection = visible(id, call);
        return once.run(
                call,
                body,
                () -> answer(inspections.correct(inspection.id(), agency(inspection, call), read.correction()), call));
    }

    private static String agency(Inspection inspection, Call call) {
        return call.role() == Role.INSPECTOR ? call.getName() : inspection.agency();
    }

    private static Answer answer(Optional<ReportDecision> decision, Call call) {
        return decision.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception())
                .decide(new ReportDecision.Cases<Answer>() {
                    @Override
                    public Answer taken(ReportDecision.Taken it) {
                        return Answer.ok(view(it.inspection(), call))
                                .at(it.inspection().version());
                    }

                    @Override
                    public Answer refused(ReportDecision.Refused it) {
                        List<Violation> reasons =
                                it.reasons().stream().map(Violation::reason).toList();
                        return Problem.of(ProblemType.REPORT_REFUSED, reasons).answer(call.locale());
                    }
                });
    }

    private Inspection visible(String id, Call call) {
        return inspections
                .find(Parameters.id(id, InspectionId::parse))
                .filter(inspection -> call.mayTouch(inspection.lot().merchant()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    private static InspectionView view(Inspection inspection, Call call) {
        return InspectionView.of(inspection, call.role() == Role.MERCHANT);
    }

    @Schema(name = "InspectionPage")
    private record InspectionPage(
            List<InspectionView> items, @Nullable String next) {}
}
