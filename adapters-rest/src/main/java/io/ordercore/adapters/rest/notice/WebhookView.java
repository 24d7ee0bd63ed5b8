package io.ordercore.adapters.rest.notice;

import io.ordercore.domain.notice.webhook.WebhookDelivery;
import io.ordercore.domain.notice.webhook.WebhookEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint.
 *
 * @param merchant whose; absent for the platform's own
 * @param reason why it is not enabled; absent if it is
 * @param failures how often in a row it did not answer well
 * @param secret what messages are signed with; told once, when it is made
 */
@Schema(name = "Webhook")
record WebhookView(
        String id,
        @Nullable String merchant,
        String url,
        List<String> types,
        boolean enabled,
        @Nullable String reason,
        int failures,
        @Nullable Instant failingSince,
        Instant createdAt,
        @Nullable String secret) {
    static WebhookView of(WebhookEndpoint it) {
        return of(it, null);
    }

    static WebhookView withSecret(WebhookEndpoint it) {
        return of(it, it.secrets().get(0).text());
    }

    private static WebhookView of(WebhookEndpoint it, @Nullable String secret) {
        return new WebhookView(
                it.id().toString(),
                it.merchant(),
                it.url().toString(),
                List.copyOf(new TreeSet<>(it.types())),
                it.enabled(),
                it.reason().isEmpty() ? null : it.reason(),
                it.failures(),
                it.failingSince(),
                it.createdAt(),
                secret);
    }

    /** One message, and how telling it went. */
    @Schema(name = "WebhookDelivery")
    record DeliveryView(
            String message,
            String type,
            Instant at,
            Map<String, String> data,
            WebhookDelivery.Status status,
            @Nullable Instant nextAt,
            List<AttemptView> attempts) {
        static DeliveryView of(WebhookDelivery it) {
            return new DeliveryView(
                    it.message().id().toString(),
                    it.message().type(),
                    it.message().at(),
                    it.message().data(),
                    it.status(),
                    it.nextAt(),
                    it.attempts().stream().map(AttemptView::of).toList());
        }
    }

    /**
     * One try.
     *
     * @param answer the HTTP status; absent if there was none
     * @param failure why there was none
     */
    @Schema(name = "WebhookAttempt")
    record AttemptView(
            Instant at, @Nullable Integer answer, @Nullable String failure, long millis) {
        static AttemptView of(WebhookDelivery.Attempt it) {
            return new AttemptView(
                    it.at(),
                    it.answer() == 0 ? null : Integer.valueOf(it.answer()),
                    it.failure().isEmpty() ? null : it.failure(),
                    it.millis());
        }
    }
}
