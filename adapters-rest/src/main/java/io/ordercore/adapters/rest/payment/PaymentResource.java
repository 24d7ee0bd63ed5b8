package io.ordercore.adapters.rest.payment;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.adapters.rest.order.OrderAnswers;
import io.ordercore.application.CommandKey;
import io.ordercore.application.order.FindOrders;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.domain.order.Purchase;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentRefusal;
import io.ordercore.domain.payment.PaymentTransaction;
import io.ordercore.domain.payment.TransactionId;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Paying purchases. */
@Path("/purchases/{id}/payments")
@Tag(name = "Payments", description = "Money taken for purchases.")
@Produces(MediaType.APPLICATION_JSON)
public class PaymentResource {
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    private final PayPurchase pay;
    private final FindOrders orders;
    private final Bodies bodies;

    @Inject
    public PaymentResource(PayPurchase pay, FindOrders orders, Bodies bodies) {
        this.pay = pay;
        this.orders = orders;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "payPurchase", summary = "Pays every order of a purchase that still waits for it")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentBody.class),
                            examples = @ExampleObject(name = "payment", value = "{\"token\":\"tok_ok\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Paid",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The outcome is not known yet, or the buyer must confirm at action",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @APIResponse(responseCode = "402", description = "payment-declined; another try with another key is welcome")
    public Response pay(@Context SecurityContext security, @PathParam("id") String id, byte[] body) {
        Call call = Call.of(security);
        CommandKey key = call.commandKey();
        PaymentBody read = bodies.required(body, PaymentBody.class);
        if (read.looksLikeCardNumber()) {
            throw Problem.of(ProblemType.INVALID_BODY, List.of(Violation.at("/token", "card-number-refused")))
                    .exception();
        }
        Purchase purchase = OrderAnswers.visiblePurchase(orders, id, call);
        return pay.pay(new PayPurchase.Command(
                        purchase.id(), read.token(), key, call.fingerprint(body), call.actor(read.reason())))
                .decide(new Answers(call))
                .response();
    }

    /** What becomes of a try to pay, whatever it is for. */
    record Answers(Call call) implements PayPurchase.Outcome.Cases<Answer> {
        @Override
        public Answer tried(PaymentIntent intent, TransactionId authorization, boolean replayed) {
            PaymentTransaction tried = intent.transaction(authorization).orElseThrow();
            Answer answer = switch (tried.status()) {
                case DECLINED, ERROR -> declined(tried);
                case INIT, PENDING, UNKNOWN -> Answer.of(ACCEPTED, PaymentView.of(intent, tried));
                case SUCCESS -> authorised(intent, tried);
            };
            return replayed ? Once.asReplay(answer) : answer;
        }

        /** Set aside; whether it was taken, too, is for the payment as a whole to say. */
        private Answer authorised(PaymentIntent intent, PaymentTransaction tried) {
            return switch (intent.status()) {
                case CAPTURED, AUTHORIZED -> Answer.of(CREATED, PaymentView.of(intent, tried));
                case PROCESSING, REQUIRES_ACTION -> Answer.of(ACCEPTED, PaymentView.of(intent, tried));
                case REQUIRES_METHOD -> declined(tried);
                case VOIDED -> refused(Set.of(PaymentRefusal.NOTHING_DUE));
            };
        }

        private Answer declined(PaymentTransaction tried) {
            String code = tried.code();
            List<Violation> reasons =
                    code == null ? List.of() : List.of(new Violation("/token", "declined", Map.of("provider", code)));
            return Problem.of(ProblemType.PAYMENT_DECLINED, reasons).answer(call.locale());
        }

        @Override
        public Answer refused(Set<PaymentRefusal> reasons) {
            return Problem.refused(ProblemType.PAYMENT_REFUSED, reasons).answer(call.locale());
        }

        @Override
        public Answer otherCommand() {
            return Once.otherCommand().answer(call.locale());
        }

        @Override
        public Answer inProgress() {
            return Once.inProgress().answer(call.locale());
        }
    }
}
