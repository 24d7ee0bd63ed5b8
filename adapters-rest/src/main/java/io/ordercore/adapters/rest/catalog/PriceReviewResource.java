package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.application.catalog.ReviewPrices;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.catalog.listing.PriceReview;
import io.ordercore.domain.catalog.listing.Ruling;
import io.ordercore.domain.party.MerchantId;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Prices that jump: the old one stays until a reviewer has decided. */
@Path("/price-reviews")
@Tag(name = "Reviews")
@Produces(MediaType.APPLICATION_JSON)
public class PriceReviewResource {
    private final ReviewPrices prices;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public PriceReviewResource(ReviewPrices prices, Bodies bodies, Once once) {
        this.prices = prices;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(
            operationId = "listPriceReviews",
            summary = "Prices that wait for a reviewer, the one due first in front")
    @APIResponse(
            responseCode = "200",
            description = "A page of waiting prices",
            content = @Content(schema = @Schema(implementation = PriceReviewPage.class)))
    public Response list(
            @Context SecurityContext security,
            @QueryParam("merchant") @Nullable String merchant,
            @QueryParam("limit") @Nullable String limit) {
        Call call = Call.of(security);
        int most = Page.limit(limit);
        MerchantId of = call.ownOnly() ? call.asMerchant() : Parameters.query("merchant", merchant, MerchantId::new);
        return Answer.ok(Page.of(
                        prices.waiting(of, most),
                        most,
                        review -> PriceReviewView.of(review, call.locale()),
                        PriceReview::sku))
                .response();
    }

    @GET
    @Path("/{sku}")
    @Operation(operationId = "getPriceReview", summary = "The last price of a SKU that jumped, and what became of it")
    @APIResponse(
            responseCode = "200",
            description = "The review; its ETag is its version",
            content = @Content(schema = @Schema(implementation = PriceReviewView.class)))
    public Response get(@Context SecurityContext security, @PathParam("sku") String sku) {
        Call call = Call.of(security);
        return answer(visible(sku, call), call).unlessKnown(call).response();
    }

    @POST
    @Path("/{sku}/approval")
    @Operation(operationId = "approvePrice", summary = "Applies the price that waits, at once")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the version the reviewer has seen")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = PriceReviewView.class)))
    public Response approve(@Context SecurityContext security, @PathParam("sku") String text) {
        Call call = Call.of(security);
        call.commandKey();
        Sku sku = visible(text, call).sku();
        return decide(call, null, () -> prices.approve(sku, call.getName(), call.expectedVersion()));
    }

    @POST
    @Path("/{sku}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rejectPrice", summary = "Leaves the price as it was")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the version the reviewer has seen")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ReviewResource.RulingBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = PriceReviewView.class)))
    public Response reject(@Context SecurityContext security, @PathParam("sku") String text, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        Sku sku = visible(text, call).sku();
        Ruling why = bodies.required(body, ReviewResource.RulingBody.class).ruling();
        return decide(call, body, () -> prices.reject(sku, call.getName(), why, call.expectedVersion()));
    }

    private PriceReview visible(String text, Call call) {
        return prices.find(Parameters.id(text, Sku::new))
                .filter(review -> call.mayTouch(review.merchant()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).exception());
    }

    private Response decide(Call call, byte @Nullable [] body, Supplier<ReviewPrices.Outcome> decision) {
        return once.run(
                call,
                body,
                () -> decision.get().decide(new ReviewPrices.Outcome.Cases<Answer>() {
                    @Override
                    public Answer decided(PriceReview review) {
                        return answer(review, call);
                    }

                    @Override
                    public Answer refused(ReviewPrices.Refusal reason) {
                        return ListingAnswers.refused(reason, call);
                    }
                }));
    }

    private static Answer answer(PriceReview review, Call call) {
        return Answer.ok(PriceReviewView.of(review, call.locale())).at(review.version());
    }

    @Schema(name = "PriceReviewPage")
    private record PriceReviewPage(
            List<PriceReviewView> items, @Nullable String next) {}
}
