package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.Line;
import io.ordercore.application.catalog.UpdateOffers;
import io.ordercore.domain.catalog.Sku;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Counts of stock of many SKUs in one call. */
@Path("/stock")
@Tag(name = "Stock")
@Produces(MediaType.APPLICATION_JSON)
public class StockListResource {
    private final UpdateOffers offers;
    private final Bodies bodies;

    @Inject
    public StockListResource(UpdateOffers offers, Bodies bodies) {
        this.offers = offers;
        this.bodies = bodies;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putStockCounts",
            summary = "Counts of up to 10,000 SKUs that are offered or were counted before, each line with an outcome"
                    + " of its own")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CountsBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each line; the call may be repeated as it is",
            content = @Content(schema = @Schema(implementation = BulkAnswer.class)))
    public Response put(@Context SecurityContext security, byte[] body) {
        Call call = Call.of(security);
        List<Line<UpdateOffers.StockLine>> lines = bodies.lines(body, "counts", CountBody.class).stream()
                .map(line -> line.as(CountBody::checked))
                .toList();
        return BulkAnswer.of(
                        call,
                        lines,
                        UpdateOffers.StockLine::sku,
                        good -> offers.stock(call.ownOnly() ? call.asMerchant() : null, good))
                .response();
    }

    /** Counts, 1 to 10,000. */
    @Schema(name = "StockCounts", examples = "{\"counts\":[{\"sku\":\"kettle-red\",\"onHand\":100}]}")
    record CountsBody(
            @NotNull @Size(min = 1, max = Bodies.MOST_LINES) List<CountBody> counts) {}

    /** How many units are on hand, promised ones included. */
    @Schema(name = "StockCountOfSku")
    record CountBody(
            @NotNull String sku,
            @NotNull @Min(0) @Max(1_000_000_000) Long onHand) {
        UpdateOffers.@Nullable StockLine checked(Conversion conversion) {
            Sku checked = conversion.at("/sku", "invalid-sku", () -> new Sku(sku));
            return checked == null ? null : new UpdateOffers.StockLine(checked, onHand);
        }
    }
}
