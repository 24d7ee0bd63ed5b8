package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.notice.webhook.Webhooks;
import io.ordercore.domain.notice.webhook.WebhookDelivery;
import io.ordercore.domain.notice.webhook.WebhookEndpoint;
import io.ordercore.domain.notice.webhook.WebhookMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Endpoints by id, messages by key, deliveries by endpoint and message. */
final class MemoryWebhooks implements Webhooks {
    private record Pair(UUID endpoint, UUID message) {}

    private static final Comparator<WebhookDelivery> BY_MESSAGE =
            Comparator.comparing(it -> it.message().id().toString());

    private final MemoryTransactions transactions;
    private final Map<UUID, WebhookEndpoint> endpoints = new HashMap<>();
    private final Map<String, WebhookMessage> messages = new HashMap<>();
    private final Map<Pair, WebhookDelivery> deliveries = new HashMap<>();

    MemoryWebhooks(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<WebhookEndpoint> find(UUID id) {
        return transactions.read(() -> Optional.ofNullable(endpoints.get(id)));
    }

    @Override
    public List<WebhookEndpoint> of(@Nullable String merchant) {
        return transactions.read(() -> endpoints.values().stream()
                .filter(it -> merchant == null || merchant.equals(it.merchant()))
                .sorted(Comparator.comparing(it -> it.id().toString()))
                .toList());
    }

    @Override
    public void save(WebhookEndpoint endpoint) {
        transactions.run(() -> {
            WebhookEndpoint before = endpoints.get(endpoint.id());
            if (endpoint.version() != (before == null ? 1 : before.version() + 1)) {
                throw new StaleVersionException("endpoint " + endpoint.id());
            }
            transactions.put(endpoints, endpoint.id(), endpoint);
        });
    }

    @Override
    public void remove(UUID id) {
        transactions.run(() -> {
            transactions.remove(endpoints, id);
            keys(it -> it.endpoint().equals(id)).forEach(pair -> transactions.remove(deliveries, pair));
        });
    }

    @Override
    public boolean keep(WebhookMessage message, List<WebhookEndpoint> wanted, Instant now) {
        return transactions.run(() -> {
            if (messages.containsKey(message.key())) {
                return false;
            }
            transactions.put(messages, message.key(), message);
            for (WebhookEndpoint endpoint : wanted) {
                if (endpoints.containsKey(endpoint.id())) {
                    put(WebhookDelivery.of(endpoint, message, now));
                }
            }
            return true;
        });
    }

    @Override
    public List<WebhookDelivery> takeDue(Instant now, Duration lease, Set<UUID> except, int most, int each) {
        return transactions.run(() -> {
            List<WebhookDelivery> taken = new ArrayList<>();
            endpoints.values().stream()
                    .filter(it -> it.enabled() && !except.contains(it.id()) && !isHeld(it, now))
                    .map(it -> due(it.id(), now, each))
                    .filter(due -> !due.isEmpty())
                    .limit(most)
                    .forEach(taken::addAll);
            taken.forEach(it -> put(at(it, now.plus(lease))));
            return taken.stream().map(it -> at(it, now)).toList();
        });
    }

    private static boolean isHeld(WebhookEndpoint it, Instant now) {
        Instant until = it.heldUntil();
        return until != null && until.isAfter(now);
    }

    private List<WebhookDelivery> due(UUID endpoint, Instant now, int each) {
        return deliveries.values().stream()
                .filter(it -> {
                    Instant next = it.nextAt();
                    return it.endpoint().equals(endpoint) && next != null && !next.isAfter(now);
                })
                .sorted(BY_MESSAGE)
                .limit(each)
                .toList();
    }

    private static WebhookDelivery at(WebhookDelivery it, Instant next) {
        return new WebhookDelivery(it.endpoint(), it.message(), it.status(), next, it.attempts());
    }

    @Override
    public void save(WebhookDelivery delivery) {
        transactions.run(() -> {
            if (deliveries.containsKey(
                    new Pair(delivery.endpoint(), delivery.message().id()))) {
                put(delivery);
            }
        });
    }

    @Override
    public int replay(UUID endpoint, Instant from, Instant now) {
        return transactions.run(() -> {
            List<WebhookDelivery> again = deliveries.values().stream()
                    .filter(it ->
                            it.endpoint().equals(endpoint) && !it.message().at().isBefore(from))
                    .toList();
            again.forEach(it ->
                    put(new WebhookDelivery(endpoint, it.message(), WebhookDelivery.Status.PENDING, now, List.of())));
            return again.size();
        });
    }

    @Override
    public List<WebhookDelivery> deliveries(UUID endpoint, @Nullable UUID after, int limit) {
        return transactions.read(() -> deliveries.values().stream()
                .filter(it -> it.endpoint().equals(endpoint))
                .filter(it -> after == null || it.message().id().toString().compareTo(after.toString()) < 0)
                .sorted(BY_MESSAGE.reversed())
                .limit(limit)
                .toList());
    }

    @Override
    public int forgetBefore(Instant limit) {
        return transactions.run(() -> {
            List<WebhookMessage> old = messages.values().stream()
                    .filter(it -> it.at().isBefore(limit))
                    .toList();
            for (WebhookMessage message : old) {
                transactions.remove(messages, message.key());
                keys(it -> it.message().equals(message.id())).forEach(pair -> transactions.remove(deliveries, pair));
            }
            return old.size();
        });
    }

    private List<Pair> keys(Predicate<Pair> wanted) {
        return deliveries.keySet().stream().filter(wanted).toList();
    }

    private void put(WebhookDelivery it) {
        transactions.put(deliveries, new Pair(it.endpoint(), it.message().id()), it);
    }
}
