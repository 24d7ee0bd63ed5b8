package io.ordercore.application.notice.webhook;

import io.ordercore.application.Ids;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import io.ordercore.domain.notice.webhook.WebhookEndpoint;
import io.ordercore.domain.notice.webhook.WebhookMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns what happened into messages for the endpoints that want them. */
final class Outbox {
    private final Webhooks webhooks;
    private final Clock clock;
    private final Ids ids;

    Outbox(Webhooks webhooks, Clock clock, Ids ids) {
        this.webhooks = webhooks;
        this.clock = clock;
        this.ids = ids;
    }

    void keep(Notice notice, List<WebhookEndpoint> endpoints) {
        Map<String, String> data = new TreeMap<>(notice.facts());
        data.put("notice", notice.id().toString());
        data.put("to", notice.to().kind() + ":" + notice.to().id());
        data.put("subject", notice.subject());
        boolean toMerchant = notice.to().kind() == Recipient.Kind.MERCHANT;
        keep(
                "notice/" + notice.id(),
                toMerchant ? notice.to().id() : null,
                "notice." + notice.code(),
                data,
                notice.at(),
                endpoints);
    }

    void keep(
            String key,
            @Nullable String merchant,
            String type,
            Map<String, String> data,
            Instant at,
            List<WebhookEndpoint> endpoints) {
        List<WebhookEndpoint> wanted =
                endpoints.stream().filter(it -> it.wants(type, merchant)).toList();
        if (!wanted.isEmpty()) {
            webhooks.keep(new WebhookMessage(ids.next(), key, merchant, type, data, at), wanted, clock.instant());
        }
    }
}
