package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.application.logistics.incident.FindVouchers;
import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.party.BuyerId;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What buyers got for trouble on the way. */
@Path("/vouchers")
@Tag(name = "Incidents")
@Produces(MediaType.APPLICATION_JSON)
public class VoucherResource {
    private final FindVouchers vouchers;

    @Inject
    public VoucherResource(FindVouchers vouchers) {
        this.vouchers = vouchers;
    }

    @GET
    @Operation(operationId = "listVouchers", summary = "The caller's vouchers, the latest first; staff names a buyer")
    @APIResponse(
            responseCode = "200",
            description = "The vouchers",
            content = @Content(schema = @Schema(implementation = VoucherList.class)))
    public Response list(@Context SecurityContext security, @QueryParam("buyer") @Nullable String buyer) {
        Call call = Call.of(security);
        return Answer.ok(new VoucherList(vouchers.of(whose(call, buyer)).stream()
                        .map(VoucherView::of)
                        .toList()))
                .response();
    }

    private static BuyerId whose(Call call, @Nullable String buyer) {
        if (call.ownOnly()) {
            return call.asBuyer();
        }
        if (buyer == null) {
            throw Problem.of(ProblemType.INVALID_PARAMETER).exception();
        }
        return Parameters.id(buyer, BuyerId::new);
    }

    @Schema(name = "Vouchers")
    private record VoucherList(List<VoucherView> items) {}

    /**
     * A voucher.
     *
     * @param order the one it was given for
     * @param redeemedFor the order it pays for; absent while it can be used
     */
    @Schema(name = "Voucher")
    private record VoucherView(
            String code,
            String order,
            MoneyBody amount,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable String redeemedFor) {
        static VoucherView of(Voucher it) {
            return new VoucherView(
                    it.code(),
                    it.order().toString(),
                    MoneyBody.of(it.amount()),
                    it.issuedAt(),
                    it.expiresAt(),
                    it.redeemedFor() == null ? null : it.redeemedFor().toString());
        }
    }
}
