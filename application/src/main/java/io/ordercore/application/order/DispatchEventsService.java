package io.ordercore.application.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class DispatchEventsService implements DispatchEvents {
    private final EventFeed feed;
    private final Map<String, OrderEventListener> listeners;
    private final Clock clock;

    DispatchEventsService(EventFeed feed, Map<String, OrderEventListener> listeners, Clock clock) {
        this.feed = feed;
        this.listeners = new LinkedHashMap<>(listeners);
        this.clock = clock;
    }

    @Override
    public int dispatch(int limit) {
        int all = 0;
        for (Map.Entry<String, OrderEventListener> entry : listeners.entrySet()) {
            String name = entry.getKey();
            OrderEventListener listener = entry.getValue();
            int passed;
            do {
                passed = feed.deliver(name, listener.about(), limit, listener::happened);
                all += passed;
            } while (passed == limit);
        }
        return all;
    }

    @Override
    public List<String> consumers() {
        return List.copyOf(listeners.keySet());
    }

    @Override
    public Map<String, Duration> lag() {
        Instant now = clock.instant();
        Map<String, Duration> lags = new LinkedHashMap<>();
        listeners.keySet().forEach(name -> lags.put(name, feed.lag(name, now)));
        return lags;
    }
}
