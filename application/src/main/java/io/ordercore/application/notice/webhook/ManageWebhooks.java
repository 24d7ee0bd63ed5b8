package io.ordercore.application.notice.webhook;

import io.ordercore.domain.notice.webhook.WebhookDelivery;
import io.ordercore.domain.notice.webhook.WebhookEndpoint;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says where somebody wants to be told of what happens. */
public interface ManageWebhooks {
    /** Why nothing is ever sent to {@code url}, as a stable code; empty if it may be registered. */
    Optional<String> refusal(URI url);

    /**
     * Registers an endpoint; its first secret is in the answer.
     *
     * @param merchant null for the platform's own
     * @param types empty for all; a beginning ends with a dot
     */
    WebhookEndpoint register(@Nullable String merchant, URI url, Set<String> types);

    Optional<WebhookEndpoint> find(UUID id);

    /** A merchant's, or for null everybody's; the earliest first. */
    List<WebhookEndpoint> of(@Nullable String merchant);

    /** A new secret; the old one signs, too, for another day. Empty if there is no such endpoint. */
    Optional<WebhookEndpoint> rotate(UUID id);

    /** Told again, or not for now; what happens meanwhile is kept. Empty if there is no such endpoint. */
    Optional<WebhookEndpoint> enable(UUID id, boolean enabled);

    void remove(UUID id);

    /** Has everything since {@code from} sent anew; answers how much. */
    int replay(UUID id, Instant from);

    /** What was told and how it went, the latest first. */
    List<WebhookDelivery> deliveries(UUID id, @Nullable UUID after, int limit);
}
