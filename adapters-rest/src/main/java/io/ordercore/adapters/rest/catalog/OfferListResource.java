package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.Line;
import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.application.catalog.UpdateOffers;
import io.ordercore.domain.catalog.Sku;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
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
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Prices of many SKUs in one call. */
@Path("/offers")
@Tag(name = "Offers")
@Produces(MediaType.APPLICATION_JSON)
public class OfferListResource {
    private final UpdateOffers offers;
    private final Bodies bodies;

    @Inject
    public OfferListResource(UpdateOffers offers, Bodies bodies) {
        this.offers = offers;
        this.bodies = bodies;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putOffers",
            summary = "Prices of up to 10,000 published SKUs, each line with an outcome of its own")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PricesBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each line; the call may be repeated as it is",
            content = @Content(schema = @Schema(implementation = BulkAnswer.class)))
    public Response put(@Context SecurityContext security, byte[] body) {
        Call call = Call.of(security);
        List<Line<UpdateOffers.PriceLine>> lines = bodies.lines(body, "prices", PriceBody.class).stream()
                .map(line -> line.as(PriceBody::checked))
                .toList();
        return BulkAnswer.of(
                        call,
                        lines,
                        UpdateOffers.PriceLine::sku,
                        good -> offers.prices(call.ownOnly() ? call.asMerchant() : null, good))
                .response();
    }

    /** Prices, 1 to 10,000. */
    @Schema(
            name = "OfferPrices",
            examples = "{\"prices\":[{\"sku\":\"kettle-red\",\"price\":{\"amount\":\"129.00\",\"currency\":\"CNY\"}}]}")
    record PricesBody(
            @NotNull @Size(min = 1, max = Bodies.MOST_LINES) List<PriceBody> prices) {}

    /** What a SKU is to cost. */
    @Schema(name = "OfferPrice")
    record PriceBody(@NotNull String sku, @NotNull @Valid MoneyBody price) {
        UpdateOffers.@Nullable PriceLine checked(Conversion conversion) {
            Sku checked = conversion.at("/sku", "invalid-sku", () -> new Sku(sku));
            Money money = price.money(conversion, "/price");
            if (money != null && !money.isPositive()) {
                conversion.violated("/price/amount", "not-positive");
                return null;
            }
            return checked == null || money == null ? null : new UpdateOffers.PriceLine(checked, money);
        }
    }
}
