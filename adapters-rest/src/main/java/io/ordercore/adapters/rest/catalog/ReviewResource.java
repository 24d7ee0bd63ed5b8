package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Conversion;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Page;
import io.ordercore.application.catalog.listing.DecideReviews;
import io.ordercore.application.catalog.listing.FindListings;
import io.ordercore.application.catalog.listing.ReviewQueue;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.listing.ListingDecision;
import io.ordercore.domain.catalog.listing.ReviewReason;
import io.ordercore.domain.catalog.listing.Ruling;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The reviewers' desk. Claim a task, look at the listing, decide. */
@Path("/review-tasks")
@Tag(name = "Reviews", description = "Revisions that wait for a reviewer, the one due first in front.")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewResource {
    private final DecideReviews reviews;
    private final FindListings listings;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public ReviewResource(DecideReviews reviews, FindListings listings, Bodies bodies, Once once) {
        this.reviews = reviews;
        this.listings = listings;
        this.bodies = bodies;
        this.once = once;
    }

    @GET
    @Operation(operationId = "listReviewTasks", summary = "What waits for a reviewer, the one due first in front")
    @APIResponse(
            responseCode = "200",
            description = "A page of tasks",
            content = @Content(schema = @Schema(implementation = TaskPage.class)))
    public Response list(@QueryParam("limit") @Nullable String limit) {
        int most = Page.limit(limit);
        return Answer.ok(Page.of(reviews.queue(most), most, TaskView::of, ReviewQueue.Task::listing))
                .response();
    }

    @POST
    @Path("/claim")
    @Operation(
            operationId = "claimNextReview",
            summary = "Takes the first task that is free; the claim lapses by itself")
    @APIResponse(
            responseCode = "200",
            description = "The task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public Response claimNext(@Context SecurityContext security) {
        return claim(Call.of(security), null);
    }

    @POST
    @Path("/{listing}/claim")
    @Operation(operationId = "claimReview", summary = "Takes a task, unless somebody else is at it")
    @APIResponse(
            responseCode = "200",
            description = "The task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    public Response claim(@Context SecurityContext security, @PathParam("listing") String listing) {
        Call call = Call.of(security);
        return claim(call, ListingAnswers.visible(listings, listing, call).id());
    }

    @POST
    @Path("/{listing}/approval")
    @Operation(operationId = "approveListing", summary = "Approves the revision under review")
    @APIResponse(
            responseCode = "200",
            description = "The listing as it is now",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    public Response approve(@Context SecurityContext security, @PathParam("listing") String listing) {
        Call call = Call.of(security);
        call.commandKey();
        ListingId id = ListingAnswers.visible(listings, listing, call).id();
        return once.run(call, null, () -> answer(reviews.approve(id, call.getName()), call));
    }

    @POST
    @Path("/{listing}/change-request")
    @Operation(operationId = "requestListingChanges", summary = "Sends the revision back to be changed")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RulingBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The listing as it is now",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    public Response requestChanges(
            @Context SecurityContext security, @PathParam("listing") String listing, byte[] body) {
        Call call = Call.of(security);
        ListingId id = ListingAnswers.visible(listings, listing, call).id();
        return rule(call, body, ruling -> reviews.requestChanges(id, call.getName(), ruling));
    }

    @POST
    @Path("/{listing}/rejection")
    @Operation(operationId = "rejectListing", summary = "Refuses the revision for good")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RulingBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The listing as it is now",
            content = @Content(schema = @Schema(implementation = ListingView.class)))
    public Response reject(@Context SecurityContext security, @PathParam("listing") String listing, byte[] body) {
        Call call = Call.of(security);
        ListingId id = ListingAnswers.visible(listings, listing, call).id();
        return rule(call, body, ruling -> reviews.reject(id, call.getName(), ruling));
    }

    private Response claim(Call call, @Nullable ListingId listing) {
        call.commandKey();
        return once.run(
                call,
                null,
                () -> reviews.claim(listing, call.getName())
                        .map(task -> Answer.ok(TaskView.of(task)))
                        .orElseGet(() -> ListingAnswers.refused(DeskRefusal.NOTHING_TO_CLAIM, call)));
    }

    private Response rule(Call call, byte[] body, Function<Ruling, DecideReviews.Outcome> decide) {
        call.commandKey();
        Ruling ruling = bodies.required(body, RulingBody.class).ruling();
        return once.run(call, body, () -> answer(decide.apply(ruling), call));
    }

    private static Answer answer(DecideReviews.Outcome outcome, Call call) {
        return outcome.decide(new DecideReviews.Outcome.Cases<>() {
            @Override
            public Answer decided(ListingDecision decision) {
                return ListingAnswers.of(decision, call);
            }

            @Override
            public Answer notClaimed() {
                return ListingAnswers.refused(DeskRefusal.NOT_CLAIMED, call);
            }
        });
    }

    /** Why the desk says no. */
    enum DeskRefusal {
        NOTHING_TO_CLAIM,
        NOT_CLAIMED
    }

    /** Why a revision is sent back. */
    @Schema(name = "ReviewRuling")
    record RulingBody(
            @NotEmpty Set<@NotNull ReviewReason> reasons,
            @Nullable @Size(max = 1_000) String note) {
        Ruling ruling() {
            Conversion conversion = new Conversion();
            Ruling ruling =
                    conversion.at("/reasons", "invalid-value", () -> new Ruling(reasons, note == null ? "" : note));
            conversion.finish();
            return Conversion.given(ruling);
        }
    }

    @Schema(name = "ReviewTaskPage")
    private record TaskPage(List<TaskView> items, @Nullable String next) {}

    /** One task. */
    @Schema(name = "ReviewTask")
    record TaskView(
            String listing,
            String merchant,
            int revision,
            String submitted,
            String due,
            @Nullable String claimedBy,
            @Nullable String claimedUntil) {
        static TaskView of(ReviewQueue.Task task) {
            return new TaskView(
                    task.listing().value(),
                    task.merchant().value(),
                    task.revision(),
                    task.submitted().toString(),
                    task.due().toString(),
                    task.claimedBy(),
                    task.claimedUntil() == null ? null : task.claimedUntil().toString());
        }
    }
}
