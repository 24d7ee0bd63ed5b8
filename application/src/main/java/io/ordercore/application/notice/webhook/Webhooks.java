package io.ordercore.application.notice.webhook;

import io.ordercore.domain.notice.webhook.WebhookDelivery;
import io.ordercore.domain.notice.webhook.WebhookEndpoint;
import io.ordercore.domain.notice.webhook.WebhookMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every endpoint, what it is to be told, and how that went. */
public interface Webhooks {
    Optional<WebhookEndpoint> find(UUID id);

    /** A merchant's, or for null everybody's; the earliest first. */
    List<WebhookEndpoint> of(@Nullable String merchant);

    /**
     * Stores an endpoint.
     *
     * @throws io.ordercore.application.StaleVersionException if the stored one is not at the version before; version 1 means
     *     that there is none
     */
    void save(WebhookEndpoint endpoint);

    /** Forgets an endpoint and what it was to be told. */
    void remove(UUID id);

    /** Keeps a message for these endpoints, in the running transaction; false if its key was kept before. */
    boolean keep(WebhookMessage message, List<WebhookEndpoint> endpoints, Instant now);

    /**
     * Takes deliveries that are due, the earliest first, of at most {@code endpoints} enabled endpoints that are not held, at most
     * {@code each} of one. For {@code lease} nobody else gets them.
     *
     * @param except endpoints that are busy
     */
    List<WebhookDelivery> takeDue(Instant now, Duration lease, Set<UUID> except, int endpoints, int each);

    /** Stores how far a delivery is. */
    void save(WebhookDelivery delivery);

    /** Has what an endpoint was or was to be told since {@code from} sent anew; answers how much. */
    int replay(UUID endpoint, Instant from, Instant now);

    /**
     * What an endpoint was told, the latest message first.
     *
     * @param after the last message of the page before; null for the first page
     */
    List<WebhookDelivery> deliveries(UUID endpoint, @Nullable UUID after, int limit);

    /** Forgets messages from before {@code limit}; answers how many. */
    int forgetBefore(Instant limit);
}
