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
import io.ordercore.application.catalog.ForeignSkuException;
import io.ordercore.application.catalog.listing.FindListings;
import io.ordercore.application.catalog.listing.SuspendListings;
import io.ordercore.application.catalog.listing.WriteListings;
import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Role;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Listings from draft to sale, as merchants write them. */
@Path("/listings")
@Tag(name = "Listings", description = "What merchants list, by revision; nothing unreviewed can be ordered.")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "200",
        description = "The listing as it is now; its ETag is its version",
        content = @Content(schema = @Schema(implementation = ListingView.class)))
public class ListingResource {
    private final WriteListings write;
    private final FindListings find;
    private final SuspendListings suspend;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public ListingResource(WriteListings write, FindListings find, SuspendListings suspend, Bodies bodies, Once once) {
        this.write = write;
        this.find = find;
        this.suspend = suspend;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(operationId = "listListings", summary = "Listings by id; a merchant sees its own")
    public Response list(
            @Context SecurityContext security,
            @QueryParam("merchant") @Nullable String merchant,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Call call = Call.of(security);
        int most = Page.limit(limit);
        List<Listing> found = find.list(
                call.role() == Role.MERCHANT
                        ? call.asMerchant()
                        : Parameters.query("merchant", merchant, MerchantId::new),
                Parameters.query("after", after, ListingId::new),
                most + 1);
        return Answer.ok(Page.of(found, most, listing -> ListingView.of(listing, call.locale()), Listing::id))
                .response();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getListing", summary = "A listing: status, findings, reasons, and what to change")
    public Response get(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        return ListingAnswers.of(ListingAnswers.visible(find, id, call), call)
                .unlessKnown(call)
                .response();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "draftListing", summary = "Starts a listing")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DraftBody.class)))
    public Response draft(@Context SecurityContext security, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        DraftBody read = bodies.required(body, DraftBody.class);
        Conversion conversion = new Conversion();
        ListingId id = conversion.at("/id", "invalid-id", () -> new ListingId(read.id()));
        String named = read.merchant();
        MerchantId merchant = call.role() == Role.MERCHANT
                ? call.asMerchant()
                : conversion.at("/merchant", "invalid-merchant", () -> new MerchantId(named == null ? "" : named));
        conversion.finish();
        ListingContent content = read.content().content();
        return once.run(
                call,
                body,
                () -> ListingAnswers.created(
                        write.draft(Conversion.given(id), Conversion.given(merchant), content), call));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "reviseListing", summary = "Says something else; what is live stays live meanwhile")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, description = "the version the caller has seen")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ListingBody.class)))
    public Response revise(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        Listing listing = ListingAnswers.visible(find, id, call);
        ListingContent content = bodies.required(body, ListingBody.class).content();
        return ListingAnswers.of(write.revise(listing.id(), listing.merchant(), content, call.expectedVersion()), call)
                .response();
    }

    @POST
    @Path("/{id}/submission")
    @Operation(operationId = "submitListing", summary = "Hands the open revision to the review")
    public Response submit(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        call.commandKey();
        Listing listing = ListingAnswers.visible(find, id, call);
        return once.run(call, null, () -> {
            try {
                return ListingAnswers.of(write.submit(listing.id(), listing.merchant(), call.expectedVersion()), call);
            } catch (ForeignSkuException foreign) {
                return Problem.of(ProblemType.INVALID_BODY, List.of(Violation.at("/variants", "invalid-sku")))
                        .answer(call.locale());
            }
        });
    }

    @POST
    @Path("/{id}/suspension")
    @Operation(operationId = "suspendListing", summary = "Stops new orders at once")
    public Response suspend(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        call.commandKey();
        Listing listing = ListingAnswers.visible(find, id, call);
        return once.run(call, null, () -> ListingAnswers.of(suspend.suspend(listing.id()), call));
    }

    @POST
    @Path("/{id}/reinstatement")
    @Operation(operationId = "reinstateListing", summary = "Allows orders again")
    public Response reinstate(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        call.commandKey();
        Listing listing = ListingAnswers.visible(find, id, call);
        return once.run(call, null, () -> ListingAnswers.of(suspend.reinstate(listing.id()), call));
    }

    @POST
    @Path("/{id}/retirement")
    @Operation(operationId = "retireListing", summary = "Ends a listing")
    public Response retire(@Context SecurityContext security, @PathParam("id") String id) {
        Call call = Call.of(security);
        call.commandKey();
        Listing listing = ListingAnswers.visible(find, id, call);
        return once.run(call, null, () -> ListingAnswers.of(suspend.retire(listing.id(), listing.merchant()), call));
    }

    /**
     * A new listing.
     *
     * @param id chosen by the merchant, unique on the platform
     * @param merchant whose it is; only an operator says so
     */
    @Schema(name = "ListingDraft")
    record DraftBody(
            @NotNull @Size(min = 1, max = 64) String id,
            @Nullable @Size(min = 1, max = 64) String merchant,
            @NotNull @Valid ListingBody content) {}
}
