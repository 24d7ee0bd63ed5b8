package io.ordercore.adapters.rest.credit;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.application.credit.ReportProblem;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What buyers and agents say about an order; it counts for its merchant's credit when the order is mature. */
@Path("/orders")
@Tag(name = "Merchant credit", description = "Explained scores, tiers, sanctions, appeals.")
@Produces(MediaType.APPLICATION_JSON)
public class OrderProblemResource {
    private static final int FEW_STARS = 2;

    private final FindOrders orders;
    private final ReportProblem problems;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public OrderProblemResource(FindOrders orders, ReportProblem problems, Bodies bodies, Once once) {
        this.orders = orders;
        this.problems = problems;
        this.bodies = bodies;
        this.once = once;
    }

    @POST
    @Path("/{id}/rating")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rateOrder",
            summary = "How content the buyer is; one or two stars speak against the order, whoever's fault it was")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditBodies.RatingBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = CreditBodies.RatingBody.class)))
    public Response rate(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        CreditBodies.RatingBody read = bodies.required(body, CreditBodies.RatingBody.class);
        Order order = OrderAnswers.visible(orders, id, call);
        return once.run(
                call,
                body,
                () -> read.stars() > FEW_STARS
                        ? Answer.ok(read)
                        : reported(order.id(), io.ordercore.domain.credit.Problem.LOW_RATING, read, call));
    }

    @POST
    @Path("/{id}/findings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "recordFinding", summary = "What went wrong with an order, as established")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditBodies.FindingBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = CreditBodies.FindingBody.class)))
    public Response find(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        CreditBodies.FindingBody read = bodies.required(body, CreditBodies.FindingBody.class);
        Order order = OrderAnswers.visible(orders, id, call);
        return once.run(call, body, () -> reported(order.id(), read.problem(), read, call));
    }

    private Answer reported(OrderId order, io.ordercore.domain.credit.Problem problem, Object body, Call call) {
        return problems.report(order, problem).decide(new ReportProblem.Outcome.Cases<>() {
            @Override
            public Answer recorded() {
                return Answer.ok(body);
            }

            @Override
            public Answer refused(Set<ReportProblem.Refusal> reasons) {
                return Problem.of(
                                ProblemType.CREDIT_REFUSED,
                                reasons.stream().map(Violation::reason).toList())
                        .answer(call.locale());
            }
        });
    }
}
