package io.ordercore.adapters.rest.modification;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Page;
import io.ordercore.application.modification.FindModifications;
import io.ordercore.application.modification.ModificationPolicies;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The policy behind the rulings. */
@Path("/modification-policies")
@Tag(name = "Modifications", description = "Changing an order after it was placed.")
@Produces(MediaType.APPLICATION_JSON)
public class ModificationPolicyResource {
    private final FindModifications modifications;

    @Inject
    public ModificationPolicyResource(FindModifications modifications) {
        this.modifications = modifications;
    }

    @GET
    @Operation(
            operationId = "getModificationPolicies",
            summary = "The tables of rulings in use, each with its version: the platform's, then merchants' own")
    @APIResponse(
            responseCode = "200",
            description = "The tables",
            content = @Content(schema = @Schema(implementation = PolicyPage.class)))
    public Response get(@Context SecurityContext security) {
        Call.of(security);
        ModificationPolicies policies = modifications.policies();
        List<PolicyView> shown = new ArrayList<>();
        shown.add(PolicyView.of(null, policies.platform()));
        policies.own().forEach((merchant, own) -> shown.add(PolicyView.of(merchant, own)));
        return Answer.ok(new Page<>(shown, null)).response();
    }

    @Schema(name = "ModificationPolicyPage")
    private record PolicyPage(
            List<PolicyView> items, @Nullable String next) {}
}
