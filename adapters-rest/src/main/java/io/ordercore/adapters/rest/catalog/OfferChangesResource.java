package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.application.catalog.FollowOffers;
import io.ordercore.application.catalog.OfferChange;
import io.ordercore.application.catalog.OfferPlace;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of prices and stock, a page at a time. */
@Path("/offers/changes")
@Tag(name = "Offers")
@Produces(MediaType.APPLICATION_JSON)
public class OfferChangesResource {
    private final FollowOffers offers;

    @Inject
    public OfferChangesResource(FollowOffers offers) {
        this.offers = offers;
    }

    @GET
    @Operation(
            operationId = "listOfferChanges",
            summary = "Changes of prices and stock, those of one SKU in their order; none is left out")
    @APIResponse(
            responseCode = "200",
            description = "Ask again after next; an empty page with the same next means that there is nothing new",
            content = @Content(schema = @Schema(implementation = OfferChangePage.class)))
    public Response list(
            @QueryParam("after") @Nullable String after,
            @QueryParam("sku") @Nullable String sku,
            @QueryParam("merchant") @Nullable String merchant,
            @QueryParam("limit") @Nullable String limit) {
        OfferPlace asked = Parameters.query("after", after, OfferPlace::parse);
        OfferPlace place = asked == null ? OfferPlace.START : asked;
        OfferFilter filter = new OfferFilter(
                Parameters.query("sku", sku, Sku::new), Parameters.query("merchant", merchant, MerchantId::new));
        List<OfferChange> found = offers.after(place, Page.limit(limit));
        OfferPlace next = found.isEmpty() ? place : found.get(found.size() - 1).place();
        return Answer.ok(new OfferChangePage(
                        found.stream()
                                .filter(filter::takes)
                                .map(OfferChangeView::of)
                                .toList(),
                        next.toString()))
                .response();
    }

    /** A page; {@code next} is always there. */
    @Schema(name = "OfferChangePage")
    record OfferChangePage(List<OfferChangeView> items, String next) {}
}
