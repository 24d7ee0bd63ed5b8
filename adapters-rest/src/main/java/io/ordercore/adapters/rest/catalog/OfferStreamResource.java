package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.application.catalog.FollowOffers;
import io.ordercore.application.catalog.OfferPlace;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The live view of prices and stock. */
@Path("/offers/stream")
@Tag(name = "Offers")
public class OfferStreamResource {
    private final FollowOffers offers;
    private final LiveOffers live;

    @Inject
    public OfferStreamResource(FollowOffers offers, LiveOffers live) {
        this.offers = offers;
        this.live = live;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamOffers",
            summary = "Changes of prices and stock from now on, or from the last event seen, as Server-Sent Events")
    @APIResponse(
            responseCode = "200",
            description = "id: the cursor of the last change in it; event: changes; data: an array of OfferChange",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = OfferChangeView.class)))
    public void stream(
            @Context SecurityContext security,
            @HeaderParam("Last-Event-ID") @Nullable String lastSeen,
            @QueryParam("sku") @Nullable String sku,
            @QueryParam("merchant") @Nullable String merchant,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Call.of(security);
        OfferFilter filter = new OfferFilter(
                Parameters.query("sku", sku, Sku::new), Parameters.query("merchant", merchant, MerchantId::new));
        OfferPlace seen = Parameters.query("Last-Event-ID", lastSeen, OfferPlace::parse);
        live.stream(seen == null ? offers.end() : seen, filter, sink, sse);
    }
}
