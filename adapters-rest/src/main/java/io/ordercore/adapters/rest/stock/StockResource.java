package io.ordercore.adapters.rest.stock;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.application.catalog.ManageOffers;
import io.ordercore.application.stock.ManageStock;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Role;
import io.ordercore.domain.stock.StockItem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is in the warehouse. */
@Path("/stock/{sku}")
@Tag(name = "Stock", description = "How many units of each SKU are on hand and promised.")
@Produces(MediaType.APPLICATION_JSON)
public class StockResource {
    private static final int CREATED = 201;

    private final ManageStock stock;
    private final ManageOffers offers;
    private final Bodies bodies;

    @Inject
    public StockResource(ManageStock stock, ManageOffers offers, Bodies bodies) {
        this.stock = stock;
        this.offers = offers;
        this.bodies = bodies;
    }

    @GET
    @Operation(operationId = "getStock", summary = "How many units of a SKU are on hand, promised and left")
    @APIResponse(
            responseCode = "200",
            description = "The stock item; its ETag is its version",
            content = @Content(schema = @Schema(implementation = StockView.class)))
    public Response get(@Context SecurityContext security, @PathParam("sku") String sku) {
        Call call = Call.of(security);
        StockItem item = stock.find(Parameters.id(sku, Sku::new))
                .filter(found -> call.mayTouch(found.merchant()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
        return Answer.ok(StockView.of(item)).at(item.version()).response();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putStock", summary = "Sets how many units of a SKU are on hand, promised ones included")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the version the caller has seen")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StockBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Counted",
            content = @Content(schema = @Schema(implementation = StockView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Counted for the first time",
            content = @Content(schema = @Schema(implementation = StockView.class)))
    public Response put(@Context SecurityContext security, @PathParam("sku") String text, byte[] body) {
        Call call = Call.of(security);
        StockBody read = bodies.required(body, StockBody.class);
        Sku sku = Parameters.id(text, Sku::new);
        return Once.untilFresh(call, () -> counted(call, sku, read));
    }

    private Response counted(Call call, Sku sku, StockBody read) {
        Optional<StockItem> before = stock.find(sku);
        if ((call.mustExist() && before.isEmpty()) || (call.mustBeNew() && before.isPresent())) {
            throw Problem.of(ProblemType.STALE_VERSION).exception();
        }
        Long expected = call.mustBeNew() ? Long.valueOf(0) : call.expectedVersion();
        return stock.count(sku, merchant(call, sku, before), read.onHand(), expected)
                .decide(new Answers(call, sku, before.isEmpty()))
                .response();
    }

    /** Whose stock it is: the merchant's who asks; for an operator whose it was, or whose offer it is. */
    private MerchantId merchant(Call call, Sku sku, Optional<StockItem> before) {
        if (call.role() == Role.MERCHANT) {
            return call.asMerchant();
        }
        return before.map(StockItem::merchant)
                .or(() -> offers.find(sku).map(Offer::merchant))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    private record Answers(Call call, Sku sku, boolean first) implements ManageStock.Outcome.Cases<Answer> {
        @Override
        public Answer counted(StockItem item) {
            Answer answer = first
                    ? Answer.of(CREATED, StockView.of(item)).with("Location", call.location("stock", sku))
                    : Answer.ok(StockView.of(item));
            return answer.at(item.version());
        }

        @Override
        public Answer belowReserved(long reserved) {
            return Problem.of(
                            ProblemType.BELOW_RESERVED,
                            List.of(new Violation("/onHand", "below-reserved", Map.of("reserved", reserved))))
                    .answer(call.locale());
        }

        @Override
        public Answer foreign() {
            return Problem.of(ProblemType.NOT_FOUND).answer(call.locale());
        }
    }
}
