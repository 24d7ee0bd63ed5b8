package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemBody;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.order.ReasonBody;
import io.ordercore.application.logistics.FindFulfilments;
import io.ordercore.application.logistics.carriage.BookCarriage;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.carriage.Carriage;
import io.ordercore.domain.logistics.carriage.CarriageRefusal;
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
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The carrier booked for a fulfilment, and its label. */
@Path("/fulfilments/{id}/booking")
@Tag(name = "Fulfilments")
@Produces(MediaType.APPLICATION_JSON)
public class CarriageResource {
    private final BookCarriage book;
    private final FindFulfilments fulfilments;
    private final FindOrders orders;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public CarriageResource(
            BookCarriage book, FindFulfilments fulfilments, FindOrders orders, Bodies bodies, Once once) {
        this.book = book;
        this.fulfilments = fulfilments;
        this.orders = orders;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(operationId = "getCarriage", summary = "The carrier booked for a fulfilment, its numbers and its label")
    @APIResponse(
            responseCode = "200",
            description = "REQUESTED until the carrier has answered",
            content = @Content(schema = @Schema(implementation = CarriageView.class)))
    public Response get(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        Carriage found = book.of(
                        FulfilmentAnswers.visible(fulfilments, orders, id, call).id())
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
        return Answer.ok(CarriageView.of(found))
                .at(found.version())
                .unlessKnown(call)
                .response();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "bookCarriage",
            summary =
                    "Has a carrier booked: it is asked at once, and one label is bought whatever becomes of its answer")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CarriageBody.class),
                            examples = @ExampleObject(name = "booking", value = CarriageBody.EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The carrier is being asked; its Location says what it answers",
            content = @Content(schema = @Schema(implementation = CarriageView.class)))
    @APIResponse(
            responseCode = "409",
            description = "carriage-refused, with every reason",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
    public Response book(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        CarriageBody read = bodies.required(body, CarriageBody.class);
        FulfilmentId fulfilment =
                FulfilmentAnswers.visible(fulfilments, orders, id, call).id();
        String location = call.location("fulfilments", fulfilment + "/booking");
        return once.run(
                call,
                body,
                () -> answer(
                        book.request(fulfilment, read.wish()),
                        carriage -> Answer.created(location, CarriageView.of(carriage)),
                        call));
    }

    @POST
    @Path("/cancellation")
    @Operation(operationId = "cancelCarriage", summary = "The carrier is asked to take the booking back")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReasonBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "CANCELLING until the carrier has answered; BOOKED again, with a reason, if it does not",
            content = @Content(schema = @Schema(implementation = CarriageView.class)))
    @APIResponse(
            responseCode = "409",
            description = "carriage-refused, with every reason",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
    public Response cancel(@Context SecurityContext security, @PathParam("id") String id, byte @Nullable [] body) {
        Call call = Call.of(security);
        call.commandKey();
        ReasonBody unused = bodies.optional(call, body, ReasonBody.class, ReasonBody.NONE);
        FulfilmentId fulfilment =
                FulfilmentAnswers.visible(fulfilments, orders, id, call).id();
        return once.run(
                call,
                body,
                () -> answer(book.cancel(fulfilment), carriage -> Answer.ok(CarriageView.of(carriage)), call));
    }

    private static Answer answer(BookCarriage.Decision decision, Function<Carriage, Answer> done, Call call) {
        return decision.decide(new BookCarriage.Decision.Cases<>() {
            @Override
            public Answer requested(Carriage carriage) {
                return done.apply(carriage).at(carriage.version());
            }

            @Override
            public Answer refused(Set<CarriageRefusal> reasons) {
                return Problem.refused(ProblemType.CARRIAGE_REFUSED, reasons).answer(call.locale());
            }
        });
    }
}
