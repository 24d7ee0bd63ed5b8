package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.application.logistics.incident.RedeemVoucher;
import io.ordercore.application.logistics.incident.RedeemVoucher.VoucherDecision;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.logistics.incident.VoucherRefusal;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Vouchers that pay for part of an order. */
@Path("/orders/{id}/voucher-redemptions")
@Tag(name = "Incidents")
@Produces(MediaType.APPLICATION_JSON)
public class VoucherRedemptionResource {
    private final FindOrders orders;
    private final RedeemVoucher redeeming;
    private final Bodies bodies;
    private final Once once;

    @Inject
    public VoucherRedemptionResource(FindOrders orders, RedeemVoucher redeeming, Bodies bodies, Once once) {
        this.orders = orders;
        this.redeeming = redeeming;
        this.bodies = bodies;
        this.once = once;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "redeemVoucher",
            summary = "Has one of the buyer's vouchers pay for part of an order that waits for its payment")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VoucherRedemptionBody.class),
                            examples = @ExampleObject(name = "voucher", value = VoucherRedemptionBody.EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "What the voucher pays, and what is left",
            content = @Content(schema = @Schema(implementation = RedemptionView.class)))
    @APIResponse(responseCode = "409", description = "voucher-refused, with every reason")
    public Response redeem(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        call.commandKey();
        VoucherRedemptionBody read = bodies.required(body, VoucherRedemptionBody.class);
        OrderId order = OrderAnswers.visible(orders, id, call).id();
        return once.run(
                call,
                body,
                () -> answer(
                        redeeming.redeem(
                                new RedeemVoucher.Command(order, read.code().strip(), call.actor(null))),
                        call));
    }

    private static Answer answer(VoucherDecision decision, Call call) {
        return decision.decide(new VoucherDecision.Cases<>() {
            @Override
            public Answer redeemed(Voucher voucher, Order order) {
                return Answer.ok(new RedemptionView(
                                order.id().toString(),
                                voucher.code(),
                                MoneyBody.of(voucher.amount()),
                                MoneyBody.of(order.payable())))
                        .at(order.version());
            }

            @Override
            public Answer refused(Set<VoucherRefusal> reasons) {
                return Problem.refused(ProblemType.VOUCHER_REFUSED, reasons).answer(call.locale());
            }
        });
    }

    /**
     * A voucher that pays.
     *
     * @param payable what the order costs now
     */
    @Schema(name = "VoucherRedemption")
    private record RedemptionView(String order, String voucher, MoneyBody amount, MoneyBody payable) {}
}
