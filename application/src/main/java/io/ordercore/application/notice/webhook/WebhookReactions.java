package io.ordercore.application.notice.webhook;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.order.Orders;
import io.ordercore.domain.notice.webhook.WebhookEndpoint;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderId;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whatever happens to an order is told to the endpoints that want it, as {@code order.<event>}. */
public final class WebhookReactions implements OrderEventListener {
    private final Webhooks webhooks;
    private final Orders orders;
    private final Outbox outbox;

    public WebhookReactions(Store store, Clock clock, Ids ids) {
        this.webhooks = store.webhooks();
        this.orders = store.orders();
        this.outbox = new Outbox(store.webhooks(), clock, ids);
    }

    @Override
    public void happened(List<OrderEvent> events) {
        List<WebhookEndpoint> endpoints = webhooks.of(null);
        if (endpoints.isEmpty()) {
            return;
        }
        Map<OrderId, String> merchants = new HashMap<>();
        for (OrderEvent event : events) {
            String type =
                    "order." + event.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
            String merchant = merchants.computeIfAbsent(
                    event.order(),
                    id -> orders.find(event.order()).orElseThrow().merchant().value());
            Map<String, String> data = new TreeMap<>(event.facts());
            data.put("order", event.order().toString());
            data.put("merchant", merchant);
            data.put("sequence", Long.toString(event.sequence()));
            outbox.keep("order/" + event.order() + "/" + event.sequence(), merchant, type, data, event.at(), endpoints);
        }
    }

    /** What at least one endpoint wants: nothing while there is none, which costs a peak nothing. */
    @Override
    public Set<OrderEventType> about() {
        Set<OrderEventType> wanted = EnumSet.noneOf(OrderEventType.class);
        for (WebhookEndpoint endpoint : webhooks.of(null)) {
            for (OrderEventType type : OrderEventType.values()) {
                if (endpoint.wants(typeOf(type), endpoint.merchant())) {
                    wanted.add(type);
                }
            }
        }
        return wanted;
    }

    private static String typeOf(OrderEventType type) {
        return "order." + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
