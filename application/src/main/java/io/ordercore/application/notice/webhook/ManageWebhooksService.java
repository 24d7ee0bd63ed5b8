package io.ordercore.application.notice.webhook;

import io.ordercore.application.Ids;
import io.ordercore.application.Transactions;
import io.ordercore.domain.notice.webhook.WebhookDelivery;
import io.ordercore.domain.notice.webhook.WebhookEndpoint;
import io.ordercore.domain.notice.webhook.WebhookSecret;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

final class ManageWebhooksService implements ManageWebhooks {
    private static final int SECRET_BYTES = 32;

    private final Transactions transactions;
    private final Webhooks webhooks;
    private final WebhookSender sender;
    private final Clock clock;
    private final Ids ids;
    private final Random random;

    ManageWebhooksService(
            Transactions transactions, Webhooks webhooks, WebhookSender sender, Clock clock, Ids ids, Random random) {
        this.transactions = transactions;
        this.webhooks = webhooks;
        this.sender = sender;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    @Override
    public Optional<String> refusal(URI url) {
        return sender.refusal(url);
    }

    @Override
    public WebhookEndpoint register(@Nullable String merchant, URI url, Set<String> types) {
        WebhookEndpoint registered =
                WebhookEndpoint.registered(ids.next(), merchant, url, types, newSecret(), clock.instant());
        webhooks.save(registered);
        return registered;
    }

    private WebhookSecret newSecret() {
        byte[] key = new byte[SECRET_BYTES];
        random.nextBytes(key);
        return WebhookSecret.of(key);
    }

    @Override
    public Optional<WebhookEndpoint> find(UUID id) {
        return webhooks.find(id);
    }

    @Override
    public List<WebhookEndpoint> of(@Nullable String merchant) {
        return webhooks.of(merchant);
    }

    @Override
    public Optional<WebhookEndpoint> rotate(UUID id) {
        return changed(id, it -> it.rotated(newSecret(), clock.instant()));
    }

    @Override
    public Optional<WebhookEndpoint> enable(UUID id, boolean enabled) {
        return changed(id, it -> enabled ? it.enabledAgain() : it.disabled("by its owner"));
    }

    private Optional<WebhookEndpoint> changed(UUID id, UnaryOperator<WebhookEndpoint> how) {
        return transactions.run(() -> webhooks.find(id).map(before -> {
            WebhookEndpoint after = how.apply(before);
            webhooks.save(after);
            return after;
        }));
    }

    @Override
    public void remove(UUID id) {
        webhooks.remove(id);
    }

    @Override
    public int replay(UUID id, Instant from) {
        return webhooks.replay(id, from, clock.instant());
    }

    @Override
    public List<WebhookDelivery> deliveries(UUID id, @Nullable UUID after, int limit) {
        return webhooks.deliveries(id, after, limit);
    }
}
