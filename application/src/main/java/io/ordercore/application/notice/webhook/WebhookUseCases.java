package io.ordercore.application.notice.webhook;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.Executor;

/** The door to webhooks. */
public final class WebhookUseCases {
    private final ManageWebhooks manage;
    private final DeliverWebhooks deliver;

    public WebhookUseCases(Store store, WebhookSender sender, Executor threads, Clock clock, Ids ids, Random random) {
        Outbox outbox = new Outbox(store.webhooks(), clock, ids);
        this.manage = new ManageWebhooksService(store.transactions(), store.webhooks(), sender, clock, ids, random);
        this.deliver = new DeliverWebhooksService(
                store.transactions(), store.webhooks(), store.notices(), sender, threads, outbox, clock, ids, random);
    }

    public ManageWebhooks manageWebhooks() {
        return manage;
    }

    public DeliverWebhooks deliverWebhooks() {
        return deliver;
    }
}
