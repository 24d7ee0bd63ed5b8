package io.ordercore.application.notice.webhook;

import io.ordercore.application.Ids;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.application.notice.Notices;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import io.ordercore.domain.notice.webhook.WebhookDelivery;
import io.ordercore.domain.notice.webhook.WebhookDelivery.Attempt;
import io.ordercore.domain.notice.webhook.WebhookEndpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class DeliverWebhooksService implements DeliverWebhooks {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverWebhooksService.class);
    /** Longer than a round of one endpoint can take. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 64;
    private static final int EACH = 20;

    private final Transactions transactions;
    private final Webhooks webhooks;
    private final Notices notices;
    private final WebhookSender sender;
    private final Executor threads;
    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;
    private final Random random;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    DeliverWebhooksService(
            Transactions transactions,
            Webhooks webhooks,
            Notices notices,
            WebhookSender sender,
            Executor threads,
            Outbox outbox,
            Clock clock,
            Ids ids,
            Random random) {
        this.transactions = transactions;
        this.webhooks = webhooks;
        this.notices = notices;
        this.sender = sender;
        this.threads = threads;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    @Override
    public int publish(int limit) {
        return notices.forward(limit, told -> {
            List<WebhookEndpoint> endpoints = told.isEmpty() ? List.of() : webhooks.of(null);
            told.forEach(notice -> outbox.keep(notice, endpoints));
        });
    }

    @Override
    public int deliver() {
        int free = AT_ONCE - busy.size();
        if (free <= 0) {
            return 0;
        }
        Map<UUID, List<WebhookDelivery>> due = new LinkedHashMap<>();
        for (WebhookDelivery delivery : webhooks.takeDue(clock.instant(), LEASE, Set.copyOf(busy), free, EACH)) {
            due.computeIfAbsent(delivery.endpoint(), id -> new ArrayList<>()).add(delivery);
        }
        due.forEach((endpoint, deliveries) -> {
            busy.add(endpoint);
            threads.execute(() -> {
                try {
                    deliver(endpoint, deliveries);
                } catch (RuntimeException e) {
                    LOG.warn("endpoint {} is told later", endpoint, e);
                } finally {
                    busy.remove(endpoint);
                }
            });
        });
        return due.values().stream().mapToInt(List::size).sum();
    }

    /** One after the other, in their order. After a failure the rest waits for the endpoint's next chance. */
    private void deliver(UUID id, List<WebhookDelivery> deliveries) {
        boolean well = true;
        for (WebhookDelivery delivery : deliveries) {
            WebhookEndpoint endpoint = webhooks.find(id).orElse(null);
            if (endpoint == null) {
                return;
            }
            if (well && endpoint.enabled()) {
                Instant now = clock.instant();
                well = record(
                        endpoint, delivery, sender.send(endpoint.url(), endpoint.inUse(now), delivery.message(), now));
            } else {
                webhooks.save(delivery); // as it was: due at once, when its endpoint is
            }
        }
    }

    private boolean record(WebhookEndpoint endpoint, WebhookDelivery delivery, Attempt attempt) {
        try {
            transactions.run(() -> {
                webhooks.save(delivery.tried(attempt, random));
                WebhookEndpoint after = attempt.wentWell()
                        ? endpoint.answered()
                        : attempt.saysGone() ? endpoint.disabled("410 Gone") : endpoint.failed(attempt.at(), random);
                if (!after.equals(endpoint)) {
                    webhooks.save(after);
                }
                if (endpoint.enabled() && !after.enabled()) {
                    tell(after);
                }
            });
        } catch (StaleVersionException changedByItsOwner) {
            LOG.debug("endpoint {} was changed meanwhile", endpoint.id(), changedByItsOwner);
            webhooks.save(delivery.tried(attempt, random));
        }
        return attempt.wentWell();
    }

    private void tell(WebhookEndpoint endpoint) {
        LOG.warn("endpoint {} is not told any more: {}", endpoint.id(), endpoint.reason());
        String merchant = endpoint.merchant();
        if (merchant != null) {
            notices.tell(new Notice(
                    ids.next(),
                    Recipient.merchant(merchant),
                    endpoint.id() + "/" + endpoint.version(),
                    "webhook-disabled",
                    endpoint.id().toString(),
                    new TreeMap<>(Map.of("url", endpoint.url().toString(), "reason", endpoint.reason())),
                    clock.instant()));
        }
    }

    @Override
    public int forget() {
        return webhooks.forgetBefore(clock.instant().minus(KEPT));
    }
}
