package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemBody;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Problems;
import io.ordercore.application.CommandKey;
import io.ordercore.application.order.FindOrders;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.application.order.PlacePurchase;
import io.ordercore.domain.order.LineRefusal;
import io.ordercore.domain.order.Purchase;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.Role;
import jakarta.inject.Inject;
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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Placing purchases and reading them. Placing never blocks its thread. */
@Path("/purchases")
@Tag(name = "Purchases", description = "One checkout: an order per merchant, all of them or none.")
@Produces(MediaType.APPLICATION_JSON)
public class PurchaseResource {
    private final PlacePurchase place;
    private final FindOrders orders;
    private final PreviewAnswers previews;
    private final Bodies bodies;

    @Inject
    public PurchaseResource(PlacePurchase place, FindOrders orders, PreviewAnswers previews, Bodies bodies) {
        this.place = place;
        this.orders = orders;
        this.previews = previews;
        this.bodies = bodies;
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewPurchase",
            summary = "What placing a purchase would answer right now; stores and reserves nothing")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PurchaseBody.class),
                            examples = @ExampleObject(name = "purchase", value = PurchaseBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Current prices and stock, and what stands in the way",
            content = @Content(schema = @Schema(implementation = PreviewView.class)))
    public Response preview(@Context SecurityContext security, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        PurchaseBody read = bodies.required(body, PurchaseBody.class);
        return previews.preview(read.request(buyer(call, read)), call).response();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "placePurchase", summary = "Places a purchase: one order per merchant, all or none")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PurchaseBody.class),
                            examples = @ExampleObject(name = "purchase", value = PurchaseBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Placed; its Location is the purchase",
            content = @Content(schema = @Schema(implementation = PurchaseView.class)))
    @APIResponse(
            responseCode = "409",
            description = "price-changed, insufficient-stock or not-orderable, with the current facts per line",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
    public CompletionStage<Response> place(@Context SecurityContext security, byte[] body) {
        Call call = Call.of(security);
        CommandKey key = call.commandKey();
        PurchaseBody read = bodies.required(body, PurchaseBody.class);
        PlacePurchase.Command command = new PlacePurchase.Command(
                read.request(buyer(call, read)), key, call.fingerprint(body), call.actor(read.reason()));
        return place.place(command)
                .handle((admission, failure) ->
                        failure == null ? answer(admission, call).response() : Problems.response(failure, call));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPurchase", summary = "A purchase and its orders")
    @APIResponse(
            responseCode = "200",
            description = "The purchase; its ETag is its version",
            content = @Content(schema = @Schema(implementation = PurchaseView.class)))
    public Response get(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        Purchase purchase = OrderAnswers.visiblePurchase(orders, id, call);
        return Answer.ok(PurchaseView.of(purchase))
                .at(PurchaseView.version(purchase))
                .unlessKnown(call)
                .response();
    }

    /** For whom it is: a buyer for itself; staff for the buyer they name. */
    private static BuyerId buyer(Call call, PurchaseBody body) {
        String named = body.buyer();
        if (call.role() == Role.BUYER) {
            if (named != null && !named.equals(call.getName())) {
                throw Problem.of(ProblemType.FORBIDDEN).exception();
            }
            return call.asBuyer();
        }
        Conversion conversion = new Conversion();
        BuyerId buyer = null;
        if (named == null) {
            conversion.violated("/buyer", "not-null");
        } else {
            buyer = conversion.at("/buyer", "invalid-buyer", () -> new BuyerId(named));
        }
        conversion.finish();
        return Conversion.given(buyer);
    }

    private static Answer answer(OrderIntake.Admission admission, Call call) {
        return admission.decide(new OrderIntake.Admission.Cases<>() {
            @Override
            public Answer placed(OrderIntake.PlacedPurchase purchase) {
                return Answer.created(call.location("purchases", purchase.id()), PurchaseView.of(purchase))
                        .at(purchase.orders().size());
            }

            @Override
            public Answer replayed(OrderIntake.PlacedPurchase purchase) {
                return Once.asReplay(placed(purchase));
            }

            @Override
            public Answer refused(List<LineRefusal> lines) {
                return PlacingProblems.of(lines).answer(call.locale());
            }

            @Override
            public Answer otherCommand() {
                return Once.otherCommand().answer(call.locale());
            }

            @Override
            public Answer inProgress() {
                return Once.inProgress().answer(call.locale());
            }

            @Override
            public Answer overloaded(Duration retryAfter) {
                return Problem.of(ProblemType.OVERLOADED).retryAfter(retryAfter).answer(call.locale());
            }
        });
    }
}
