package io.ordercore.adapters.rest.payment;

import io.ordercore.adapters.rest.Bodies;
import io.ordercore.adapters.rest.Once;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.application.payment.HearProvider;
import io.ordercore.application.payment.HearProvider.Message;
import io.ordercore.domain.payment.PaymentRefusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where payment providers tell what happened. They sign what they send (Standard Webhooks), so they carry no token. */
@Path("/payment-providers/{provider}/messages")
@Tag(name = "Payments")
public class ProviderMessageResource {
    private static final int LONGEST_ID = 200;

    private final HearProvider provider;
    private final Bodies bodies;

    @Inject
    public ProviderMessageResource(HearProvider provider, Bodies bodies) {
        this.provider = provider;
        this.bodies = bodies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "hearPaymentProvider",
            summary = "Takes a payment provider's signed message: the same message again has no effect again")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProviderMessageBody.class)))
    @APIResponse(responseCode = "204", description = "Heard; Idempotency-Replayed: true if it had come before")
    public Response hear(
            @PathParam("provider") String name,
            @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String timestamp,
            @HeaderParam("webhook-signature") @Nullable String signatures,
            byte @Nullable [] body) {
        Message message = genuine(name, id, timestamp, signatures, body == null ? new byte[0] : body);
        ProviderMessageBody read = bodies.required(message.body(), ProviderMessageBody.class);
        return read.dispute()
                .map(dispute -> provider.dispute(message, dispute))
                .orElseGet(() -> provider.news(message, read.purchaseId()))
                .decide(new Answers());
    }

    /** Whoever cannot sign learns nothing, not even whether there is such a provider. */
    private Message genuine(
            String name, @Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {
        if (id != null && timestamp != null && signatures != null && !id.isEmpty() && id.length() <= LONGEST_ID) {
            Message message = new Message(name, id, timestamp, signatures, body);
            if (provider.isGenuine(message)) {
                return message;
            }
        }
        throw Problem.of(ProblemType.UNAUTHENTICATED).exception();
    }

    private static final class Answers implements HearProvider.Outcome.Cases<Response> {
        @Override
        public Response heard(boolean replayed) {
            Response.ResponseBuilder response = Response.noContent();
            return (replayed ? response.header("Idempotency-Replayed", "true") : response).build();
        }

        @Override
        public Response refused(Set<PaymentRefusal> reasons) {
            throw Problem.refused(ProblemType.PAYMENT_REFUSED, reasons).exception();
        }

        @Override
        public Response otherMessage() {
            throw Once.otherCommand().exception();
        }

        @Override
        public Response inProgress() {
            throw Once.inProgress().exception();
        }
    }
}
