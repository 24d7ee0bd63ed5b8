package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.application.order.FindOrders;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows orders for clients that watch: each stream looks at its order's history four times a second, on threads of its own, so
 * that no request thread and no event loop waits. A stream ends when its client leaves, and after 30 minutes in any case; the
 * client's browser then comes back with the last event it saw, and with a token that is still good.
 */
@Singleton
public class LiveEvents {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
    private static final int THREADS = 2;
    private static final long PERIOD_MILLIS = 250;
    private static final long LONGEST_NANOS = Duration.ofMinutes(30).toNanos();
    private static final long SILENCE_NANOS = Duration.ofSeconds(15).toNanos();

    private final FindOrders orders;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "ordercore-live-events");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    public LiveEvents(FindOrders orders) {
        this.orders = orders;
    }

    void stream(OrderId order, Call call, SseEventSink sink, Sse sse) {
        threads.execute(new Stream(order, call, sink, sse));
    }

    private final class Stream implements Runnable {
        private final OrderId order;
        private final Call call;
        private final SseEventSink sink;
        private final Sse sse;
        private final long started = System.nanoTime();
        private long last;
        private long spokeAt = started;

        Stream(OrderId order, Call call, SseEventSink sink, Sse sse) {
            this.order = order;
            this.call = call;
            this.sink = sink;
            this.sse = sse;
            this.last = call.lastEventId();
        }

        @Override
        public void run() {
            try {
                tellNews();
                if (sink.isClosed()) {
                    return;
                }
                if (System.nanoTime() - started > LONGEST_NANOS) {
                    sink.close();
                    return;
                }
                ScheduledFuture<?> unused = threads.schedule(this, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RuntimeException e) {
                LOG.debug("a live view of {} ended", order, e);
                sink.close();
            }
        }

        private void tellNews() {
            if (sink.isClosed()) {
                return;
            }
            for (OrderEvent event : orders.history(order, last)) {
                send(sse.newEventBuilder()
                        .id(Long.toString(event.sequence()))
                        .name(event.type().name())
                        .data(String.class, Answer.ok(EventView.of(event, call)).body())
                        .build());
                last = event.sequence();
            }
            if (System.nanoTime() - spokeAt > SILENCE_NANOS) {
                // Finds out whether the client is still there, and keeps what stands between from hanging up.
                send(sse.newEventBuilder().comment("still here").build());
            }
        }

        private void send(OutboundSseEvent event) {
            spokeAt = System.nanoTime();
            sink.send(event).exceptionally(gone -> {
                sink.close();
                return null;
            });
        }
    }
}
