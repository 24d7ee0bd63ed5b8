package io.ordercore.adapters.rest.modification;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.application.modification.AnswerModification;
import io.ordercore.application.modification.FindModifications;
import io.ordercore.application.modification.RequestModification;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.modification.ChangeKind;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.order.Order;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes to an order after it was placed: asking, agreeing, approving, taking back. */
@Path("/orders/{id}/modifications")
@Tag(name = "Modifications", description = "Changing an order after it was placed.")
@Produces(MediaType.APPLICATION_JSON)
public class ModificationResource {
    private final RequestModification request;
    private final AnswerModification answers;
    private final FindModifications modifications;
    private final FindOrders orders;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public ModificationResource(
            RequestModification request,
            AnswerModification answers,
            FindModifications modifications,
            FindOrders orders,
            Bodies bodies,
            Once once) {
        this.request = request;
        this.answers = answers;
        this.modifications = modifications;
        this.orders = orders;
        this.bodies = bodies;
        this.once = once;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "requestModification",
            summary = "Asks for changes: what will happen, what it costs, who must agree, until when")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the order's version the caller has seen")
    @Parameter(
            name = "Ordercore-Channel",
            in = ParameterIn.HEADER,
            description = "CHAT or HOTLINE; needed from an agent")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ModificationBody.class),
                            examples = @ExampleObject(name = "variant", value = ModificationBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The quote of a dry run, feasible or not; nothing was stored",
            content = @Content(schema = @Schema(implementation = QuoteView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Stored; its status says what it waits for, APPLIED that it is done",
            content = @Content(schema = @Schema(implementation = ModificationView.class)))
    @APIResponse(
            responseCode = "409",
            description = "modification-refused, with every reason and every other way, each with its fee")
    public Response request(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @QueryParam("dryRun") @Nullable String dryRun,
            byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        ModificationBody read = bodies.required(body, ModificationBody.class);
        Order order = OrderAnswers.visible(orders, id, call);
        RequestModification.Command command = new RequestModification.Command(
                order.id(),
                read.requested(),
                call.actor(read.reason()),
                read.proof(),
                Boolean.TRUE.equals(read.agreed()),
                read.way(),
                call.expectedVersion());
        if ("true".equals(dryRun)) {
            return Answer.ok(QuoteView.of(request.preview(command))).response();
        }
        return once.run(call, body, () -> ModificationAnswers.of(request.request(command), call));
    }

    @GET
    @Operation(operationId = "listModifications", summary = "Every change ever asked for, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = ModificationPage.class)))
    public Response list(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        Order order = OrderAnswers.visible(orders, id, call);
        List<ModificationView> all = modifications.of(order.id()).stream()
                .map(changeSet -> ModificationView.of(changeSet, call))
                .toList();
        return Answer.ok(new Page<>(all, null)).response();
    }

    @GET
    @Path("/{modification}")
    @Operation(operationId = "getModification", summary = "A change set, its quote and what it waits for")
    @APIResponse(
            responseCode = "200",
            description = "The change set; its ETag is its version",
            content = @Content(schema = @Schema(implementation = ModificationView.class)))
    public Response get(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("modification") String modification) {
        Call call = Call.of(security);
        ChangeSet changeSet = visible(id, modification, call);
        return Answer.ok(ModificationView.of(changeSet, call))
                .at(changeSet.version())
                .unlessKnown(call)
                .response();
    }

    @GET
    @Path("/rulings/{kind}")
    @Operation(operationId = "explainModification", summary = "What would be ruled now, which cell decides, and why")
    @APIResponse(
            responseCode = "200",
            description = "The explanation",
            content = @Content(schema = @Schema(implementation = ExplanationView.class)))
    public Response explain(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("kind") String kind,
            @QueryParam("line") @Nullable String line) {
        Call call = Call.of(security);
        Order order = OrderAnswers.visible(orders, id, call);
        ChangeKind asked = Parameters.id(kind, ChangeKind::valueOf);
        return Answer.ok(ExplanationView.of(modifications.explain(
                        order.id(),
                        asked,
                        Parameters.query("line", line, Integer::valueOf),
                        call.actor("explain"),
                        "explain")))
                .response();
    }

    @POST
    @Path("/{modification}/consent")
    @Operation(operationId = "consentToModification", summary = "The buyer agrees; through an agent with proof of it")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change set as it is now; APPLIED when nobody is left to ask and nothing to pay",
            content = @Content(schema = @Schema(implementation = ModificationView.class)))
    public Response consent(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("modification") String modification,
            byte @Nullable [] body) {
        Call call = Call.of(security);
        call.commandKey();
        AnswerBody read = bodies.optional(call, body, AnswerBody.class, AnswerBody.NONE);
        ChangeSet changeSet = visible(id, modification, call);
        return once.run(
                call,
                body,
                () -> ModificationAnswers.of(
                        answers.consent(changeSet.id(), call.actor(read.reason()), read.proof()), call));
    }

    @POST
    @Path("/{modification}/approval")
    @Operation(operationId = "approveModification", summary = "The warehouse, the merchant or a supervisor agrees")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change set as it is now; APPLIED when nobody is left to ask and nothing to pay",
            content = @Content(schema = @Schema(implementation = ModificationView.class)))
    public Response approve(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("modification") String modification,
            byte @Nullable [] body) {
        Call call = Call.of(security);
        call.commandKey();
        AnswerBody read = bodies.optional(call, body, AnswerBody.class, AnswerBody.NONE);
        ChangeSet changeSet = visible(id, modification, call);
        return once.run(
                call,
                body,
                () -> ModificationAnswers.of(answers.approve(changeSet.id(), call.actor(read.reason())), call));
    }

    @POST
    @Path("/{modification}/refusal")
    @Operation(
            operationId = "declineModification",
            summary = "Somebody who must agree does not, or whoever asked takes it back")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The change set as it is now; APPLIED when nobody is left to ask and nothing to pay",
            content = @Content(schema = @Schema(implementation = ModificationView.class)))
    public Response decline(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @PathParam("modification") String modification,
            byte @Nullable [] body) {
        Call call = Call.of(security);
        call.commandKey();
        AnswerBody read = bodies.optional(call, body, AnswerBody.class, AnswerBody.NONE);
        ChangeSet changeSet = visible(id, modification, call);
        return once.run(
                call,
                body,
                () -> ModificationAnswers.of(answers.decline(changeSet.id(), call.actor(read.reason())), call));
    }

    private ChangeSet visible(String id, String modification, Call call) {
        Order order = OrderAnswers.visible(orders, id, call);
        return modifications
                .changeSet(Parameters.id(modification, ChangeSetId::parse))
                .filter(changeSet -> changeSet.order().equals(order.id()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    @Schema(name = "ModificationPage")
    private record ModificationPage(
            List<ModificationView> items, @Nullable String next) {}
}
