package io.ordercore.adapters.rest.inspection;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.application.catalog.ManageOffers;
import io.ordercore.application.inspection.CorrectCause;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.CorrectiveAction;
import io.ordercore.domain.party.Role;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was done about the cause of a discontinued inspection: one person records it, another one approves it. */
@Path("/inspections/products/{sku}/corrective-actions")
@Tag(name = "Inspections", description = "Sampling inspection by MIL-STD-105E / ISO 2859-1.")
@Produces(MediaType.APPLICATION_JSON)
public class CorrectiveActionResource {
    private final CorrectCause causes;
    private final ManageOffers offers;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public CorrectiveActionResource(CorrectCause causes, ManageOffers offers, Bodies bodies, Once once) {
        this.causes = causes;
        this.offers = offers;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(
            operationId = "listCorrectiveActions",
            summary = "What was done about a product whose inspection was discontinued, and who approved it")
    @APIResponse(
            responseCode = "200",
            description = "All of the product, the first recorded first",
            content = @Content(schema = @Schema(implementation = ActionList.class)))
    public Response list(@Context SecurityContext security, @PathParam("sku") String sku) {
        Call call = Call.of(security);
        return Answer.ok(new ActionList(causes.of(visible(sku, call).sku()).stream()
                        .map(action -> ActionView.of(action, call))
                        .toList()))
                .response();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recordCorrectiveAction",
            summary = "Records what was done about the cause of a discontinued inspection; another person approves it")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ActionBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    public Response record(@Context SecurityContext security, @PathParam("sku") String sku, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        ActionBody read = bodies.required(body, ActionBody.class);
        Offer offer = visible(sku, call);
        CorrectCause.Command command =
                new CorrectCause.Command(offer.sku(), offer.merchant(), read.description(), call.actor(null));
        return once.run(call, body, () -> answer(causes.record(command), call, true));
    }

    @POST
    @Path("/{number}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideCorrectiveAction",
            summary =
                    "Approved by another person than the one that recorded it, the product is inspected again, tightened",
            description = "It is on sale again when, before or after, a lot submitted again was accepted.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    public Response decide(
            @Context SecurityContext security,
            @PathParam("sku") String sku,
            @PathParam("number") String number,
            byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        DecisionBody read = bodies.required(body, DecisionBody.class);
        Sku product = visible(sku, call).sku();
        int which = Parameters.id(number, Integer::parseInt);
        return once.run(
                call,
                body,
                () -> causes.decide(product, which, read.approved(), call.actor(read.reason()))
                        .map(outcome -> answer(outcome, call, false))
                        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception()));
    }

    private Offer visible(String sku, Call call) {
        return offers.find(Parameters.id(sku, Sku::new))
                .filter(offer -> call.mayTouch(offer.merchant()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    private static Answer answer(CorrectCause.Outcome outcome, Call call, boolean created) {
        return outcome.decide(new CorrectCause.Outcome.Cases<>() {
            @Override
            public Answer done(CorrectiveAction action) {
                ActionView view = ActionView.of(action, call);
                return created
                        ? Answer.created(
                                call.location(
                                        "inspections",
                                        "products/" + action.sku().value() + "/corrective-actions"),
                                view)
                        : Answer.ok(view);
            }

            @Override
            public Answer refused(CorrectiveAction.Refusal reason) {
                return Problem.of(ProblemType.CORRECTION_REFUSED, List.of(Violation.reason(reason)))
                        .answer(call.locale());
            }
        });
    }

    /** What was done, and how it is known to help. */
    @Schema(
            name = "CorrectiveActionRequest",
            examples = "{\"description\":\"The supplier of the plug was changed; 200 units tested, none failed.\"}")
    record ActionBody(@NotBlank @Size(max = 4_000) String description) {}

    /** A decision by who answers for quality. */
    @Schema(name = "CorrectiveActionDecision", examples = "{\"approved\":true,\"reason\":\"test report 4711 seen\"}")
    record DecisionBody(
            @NotNull Boolean approved,
            @NotBlank @Size(max = 200) String reason) {}

    /** What was done; who recorded and decided it is shown to staff only. */
    @Schema(name = "CorrectiveAction")
    record ActionView(
            String sku,
            int number,
            String description,
            CorrectiveAction.State state,
            @Nullable String recordedBy,
            Instant recordedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String because) {
        static ActionView of(CorrectiveAction action, Call call) {
            boolean staff = call.role() != Role.MERCHANT;
            return new ActionView(
                    action.sku().value(),
                    action.number(),
                    action.description(),
                    action.state(),
                    staff ? action.recordedBy().id() : null,
                    action.recordedAt(),
                    staff && action.decidedBy() != null ? action.decidedBy().id() : null,
                    action.decidedAt(),
                    action.decidedBy() == null ? null : action.decidedBy().reason());
        }
    }

    @Schema(name = "CorrectiveActions")
    private record ActionList(List<ActionView> items) {}
}
