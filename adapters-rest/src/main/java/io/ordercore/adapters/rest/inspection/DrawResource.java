package io.ordercore.adapters.rest.inspection;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.application.inspection.FindDraws;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.party.MerchantId;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The lots to come with the hashes of their seeds, and those that were drawn with all that proves it. */
@Path("/inspection-draws")
@Tag(name = "Inspections", description = "Sampling inspection by MIL-STD-105E / ISO 2859-1.")
@Produces(MediaType.APPLICATION_JSON)
public class DrawResource {
    private final FindDraws draws;

    @Inject
    public DrawResource(FindDraws draws) {
        this.draws = draws;
    }

    @GET
    @Operation(
            operationId = "listDraws",
            summary = "Draws of lots, the latest recorded first; a merchant sees its own",
            description =
                    "A draw to come shows the hash of its seed; one that is over shows the seed, the lot and its risk, so"
                            + " that anybody can make it again.")
    @APIResponse(
            responseCode = "200",
            description = "A page of draws",
            content = @Content(schema = @Schema(implementation = DrawPage.class)))
    public Response list(
            @Context SecurityContext security,
            @QueryParam("merchant") @Nullable String merchant,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Call call = Call.of(security);
        MerchantId asked = Parameters.query("merchant", merchant, MerchantId::new);
        if (asked != null && !call.mayTouch(asked)) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        int most = Page.limit(limit);
        List<FindDraws.Shown> found = draws.list(
                call.ownOnly() ? call.asMerchant() : asked,
                Parameters.query("after", after, UUID::fromString),
                most + 1);
        return Answer.ok(Page.of(found, most, DrawView::of, DrawResource::cursor))
                .response();
    }

    private static Object cursor(FindDraws.Shown shown) {
        LotDraw draw = Objects.requireNonNull(shown.draw());
        return draw.id();
    }

    @Schema(name = "DrawPage")
    private record DrawPage(List<DrawView> items, @Nullable String next) {}
}
