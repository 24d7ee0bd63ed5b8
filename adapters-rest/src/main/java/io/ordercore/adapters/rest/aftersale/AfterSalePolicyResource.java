package io.ordercore.adapters.rest.aftersale;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.application.aftersale.FindAfterSales;
import io.ordercore.domain.aftersale.AfterSalePolicy;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The policy behind returns, exchanges and claims. */
@Path("/after-sale-policy")
@Tag(name = "After-sale", description = "Goods that come back, are replaced, or never came.")
@Produces(MediaType.APPLICATION_JSON)
public class AfterSalePolicyResource {
    private final FindAfterSales afterSales;

    @Inject
    public AfterSalePolicyResource(FindAfterSales afterSales) {
        this.afterSales = afterSales;
    }

    @GET
    @Operation(operationId = "getAfterSalePolicy", summary = "Which reason opens which way, and for how long")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    public Response get(@Context SecurityContext security) {
        Call.of(security);
        AfterSalePolicy policy = afterSales.policy();
        return Answer.ok(new PolicyView(policy.version(), policy.entries())).response();
    }

    /** The table as it is read: a reason to days, who pays the way back, whether the merchant is asked, and ways. */
    @Schema(name = "AfterSalePolicy")
    private record PolicyView(String version, Map<String, String> entries) {}
}
