package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.order.EventFeed;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Each consumer's place among all events. */
final class MemoryEventFeed implements EventFeed {
    private final MemoryTransactions transactions;
    private final MemoryOrders orders;
    private final Map<String, Integer> places = new HashMap<>();

    MemoryEventFeed(MemoryTransactions transactions, MemoryOrders orders) {
        this.transactions = transactions;
        this.orders = orders;
    }

    @Override
    public int deliver(String consumer, Set<OrderEventType> types, int limit, Consumer<List<OrderEvent>> work) {
        return transactions.run(() -> {
            int place = places.getOrDefault(consumer, 0);
            List<OrderEvent> next = orders.eventsFrom(place, limit);
            if (!next.isEmpty()) {
                transactions.put(places, consumer, place + next.size());
            }
            List<OrderEvent> wanted =
                    next.stream().filter(event -> types.contains(event.type())).toList();
            if (!wanted.isEmpty()) {
                work.accept(wanted);
            }
            return next.size();
        });
    }

    @Override
    public Duration lag(String consumer, Instant now) {
        return transactions.read(() -> orders.eventsFrom(places.getOrDefault(consumer, 0), 1).stream()
                .findFirst()
                .map(oldest -> Duration.between(oldest.at(), now))
                .filter(lag -> !lag.isNegative())
                .orElse(Duration.ZERO));
    }
}
