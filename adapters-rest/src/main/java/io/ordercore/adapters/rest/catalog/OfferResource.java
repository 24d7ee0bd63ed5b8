package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.application.catalog.BrowseOffers;
import io.ordercore.application.catalog.ManageOffers;
import io.ordercore.application.stock.ManageStock;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What is on sale, and at which price. */
@Path("/offers")
@Tag(name = "Offers", description = "The published price of each SKU.")
@Produces(MediaType.APPLICATION_JSON)
public class OfferResource {
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    private final ManageOffers offers;
    private final BrowseOffers browse;
    private final ManageStock stock;
    private final Bodies bodies;

    @Inject
    public OfferResource(ManageOffers offers, BrowseOffers browse, ManageStock stock, Bodies bodies) {
        this.offers = offers;
        this.browse = browse;
        this.stock = stock;
        this.bodies = bodies;
    }

    @GET
    @Operation(operationId = "listOffers", summary = "Offers by SKU or by exposure, with what is in stock")
    @APIResponse(
            responseCode = "200",
            description = "A page of offers",
            content = @Content(schema = @Schema(implementation = OfferPage.class)))
    public Response list(
            @QueryParam("merchant") @Nullable String merchant,
            @Parameter(
                            description =
                                    "sku, or exposure: drawn anew every day, the offers of well-scored merchants among"
                                            + " the first more often; or campaign: the same, only merchants whose credit"
                                            + " admits them to campaigns")
                    @QueryParam("sort")
                    @Nullable
                    String sort,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int most = Page.limit(limit);
        Sort sorted = Parameters.query("sort", sort, text -> Sort.valueOf(text.toUpperCase(Locale.ROOT)));
        if (sorted == Sort.EXPOSURE || sorted == Sort.CAMPAIGN) {
            MerchantId only = Parameters.query("merchant", merchant, MerchantId::new);
            return byExposure(only, sorted == Sort.CAMPAIGN, after, most);
        }
        List<Offer> found = offers.list(
                Parameters.query("merchant", merchant, MerchantId::new),
                Parameters.query("after", after, Sku::new),
                most + 1);
        return Answer.ok(Page.of(found, most, this::view, Offer::sku)).response();
    }

    private Response byExposure(@Nullable MerchantId merchant, boolean campaign, @Nullable String after, int most) {
        BrowseOffers.Window window = Parameters.query(
                "after", after == null ? "" : after, text -> browse.browse(merchant, campaign, text, most));
        BrowseOffers.Window shown = window == null ? browse.browse(merchant, campaign, null, most) : window;
        return Answer.ok(new OfferPage(shown.offers().stream().map(this::view).toList(), shown.next()))
                .response();
    }

    @GET
    @Path("/{sku}")
    @Operation(operationId = "getOffer", summary = "An offer, with what is in stock")
    @APIResponse(
            responseCode = "200",
            description = "The offer; its ETag is its version",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response get(@PathParam("sku") String sku) {
        Offer offer = offers.find(Parameters.id(sku, Sku::new))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
        return Answer.ok(view(offer)).at(offer.version()).response();
    }

    @PUT
    @Path("/{sku}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putOffer",
            summary = "Publishes an offer or changes it; a new price counts at once, unless it jumps")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the version the caller has seen")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OfferBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The price jumps further than the rules let pass unseen: it waits for a reviewer, and the one"
                    + " shown stays",
            content = @Content(schema = @Schema(implementation = OfferView.class)))
    public Response put(@Context SecurityContext security, @PathParam("sku") String text, byte[] body) {
        Call call = Call.of(security);
        OfferBody read = bodies.required(body, OfferBody.class);
        Money price = read.checkedPrice();
        Sku sku = Parameters.id(text, Sku::new);
        return Once.untilFresh(call, () -> put(call, sku, read, price));
    }

    private Response put(Call call, Sku sku, OfferBody read, Money price) {
        Optional<Offer> before = offers.find(sku);
        MerchantId merchant = merchant(call, read, before);
        if ((call.mustExist() && before.isEmpty()) || (call.mustBeNew() && before.isPresent())) {
            throw Problem.of(ProblemType.STALE_VERSION).exception();
        }
        if (before.isEmpty() && read.title() == null) {
            throw Problem.of(ProblemType.INVALID_BODY, List.of(Violation.at("/title", "not-blank")))
                    .exception();
        }
        return offers.put(new ManageOffers.Command(
                        sku,
                        merchant,
                        read.title(),
                        read.attributes(),
                        price,
                        call.mustBeNew() ? Long.valueOf(0) : call.expectedVersion()))
                .decide(new ManageOffers.Outcome.Cases<Answer>() {
                    @Override
                    public Answer stored(Offer offer) {
                        Answer answer = before.isEmpty()
                                ? Answer.of(CREATED, view(offer)).with("Location", call.location("offers", sku))
                                : Answer.ok(view(offer));
                        return answer.at(offer.version());
                    }

                    @Override
                    public Answer priceWaits(Offer offer, PriceReview review) {
                        return Answer.of(ACCEPTED, view(offer).with(PriceReviewView.of(review, call.locale())))
                                .with("Location", call.location("price-reviews", sku))
                                .at(offer.version());
                    }

                    @Override
                    public Answer wordsNeedReview(Offer offer) {
                        return Problem.of(
                                        ProblemType.LISTING_REFUSED,
                                        List.of(Violation.at("/title", "words-need-review")))
                                .answer(call.locale());
                    }
                })
                .response();
    }

    /** Whose offer it becomes: the merchant's who asks, or whose the operator names, or whose it was. */
    private static MerchantId merchant(Call call, OfferBody body, Optional<Offer> before) {
        String named = body.merchant();
        if (call.role() == Role.MERCHANT) {
            if (named != null && !named.equals(call.getName())) {
                throw Problem.of(ProblemType.FORBIDDEN).exception();
            }
            return call.asMerchant();
        }
        Conversion conversion = new Conversion();
        MerchantId merchant = before.map(Offer::merchant).orElse(null);
        if (named != null) {
            merchant = conversion.at("/merchant", "invalid-merchant", () -> new MerchantId(named));
        } else if (merchant == null) {
            conversion.violated("/merchant", "not-null");
        }
        conversion.finish();
        return Conversion.given(merchant);
    }

    private OfferView view(Offer offer) {
        return OfferView.of(offer, stock.find(offer.sku()));
    }

    /** In which order offers are listed. */
    private enum Sort {
        SKU,
        EXPOSURE,
        CAMPAIGN
    }

    @Schema(name = "OfferPage")
    private record OfferPage(
            List<OfferView> items, @Nullable String next) {}
}
