package io.ordercore.adapters.rest.modification;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Page;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.application.modification.FindModifications;
import io.ordercore.domain.modification.ChangeSetStatus;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes of all orders that wait for somebody: a warehouse's or a supervisor's list. */
@Path("/modifications")
@Tag(name = "Modifications", description = "Changing an order after it was placed.")
@Produces(MediaType.APPLICATION_JSON)
public class WaitingModificationsResource {
    private final FindModifications modifications;

    @Inject
    public WaitingModificationsResource(FindModifications modifications) {
        this.modifications = modifications;
    }

    @GET
    @Operation(operationId = "listWaitingModifications", summary = "Changes that wait, the longest waiting first")
    @APIResponse(
            responseCode = "200",
            description = "At most as many as asked for",
            content = @Content(schema = @Schema(implementation = WaitingPage.class)))
    public Response waiting(
            @Context SecurityContext security,
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @Nullable String limit) {
        Call call = Call.of(security);
        ChangeSetStatus asked = Parameters.query("status", status, ChangeSetStatus::valueOf);
        return Answer.ok(new Page<>(
                        modifications
                                .in(asked == null ? ChangeSetStatus.AWAITING_APPROVAL : asked, Page.limit(limit))
                                .stream()
                                .map(it -> ModificationView.of(it, call))
                                .toList(),
                        null))
                .response();
    }

    @Schema(name = "WaitingModificationPage")
    private record WaitingPage(
            List<ModificationView> items, @Nullable String next) {}
}
