package io.ordercore.adapters.rest.logistics;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.application.logistics.TrackParcels;
import io.ordercore.application.logistics.arrival.ForecastArrival;
import io.ordercore.application.logistics.incident.HandleIncidents;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.order.Order;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows parcels for clients that watch, once a second on a thread of its own, as {@code LiveEvents} follows orders. A stream
 * ends when its client leaves, and after 30 minutes.
 */
@Singleton
public class LiveTracking {
    private static final Logger LOG = LoggerFactory.getLogger(LiveTracking.class);
    private static final long LONGEST_NANOS = Duration.ofMinutes(30).toNanos();
    private static final long SILENCE_NANOS = Duration.ofSeconds(15).toNanos();

    private final TrackParcels parcels;
    private final HandleIncidents incidents;
    private final ForecastArrival arrival;
    private final Clock clock;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(1, work -> {
        Thread thread = new Thread(work, "ordercore-live-tracking");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    public LiveTracking(TrackParcels parcels, HandleIncidents incidents, ForecastArrival arrival, Clock clock) {
        this.parcels = parcels;
        this.incidents = incidents;
        this.arrival = arrival;
        this.clock = clock;
    }

    void stream(Order order, Call call, SseEventSink sink, Sse sse) {
        threads.execute(new Stream(order, call, sink, sse));
    }

    private final class Stream implements Runnable {
        private final Order order;
        private final Call call;
        private final SseEventSink sink;
        private final Sse sse;
        private final long started = System.nanoTime();
        private long last = -1;
        private long spokeAt = started;

        Stream(Order order, Call call, SseEventSink sink, Sse sse) {
            this.order = order;
            this.call = call;
            this.sink = sink;
            this.sse = sse;
        }

        @Override
        public void run() {
            try {
                if (sink.isClosed()) {
                    return;
                }
                tellNews();
                if (System.nanoTime() - started > LONGEST_NANOS) {
                    sink.close();
                    return;
                }
                ScheduledFuture<?> unused = threads.schedule(this, 1, TimeUnit.SECONDS);
            } catch (RuntimeException e) {
                LOG.debug("a live view of {} ended", order.id(), e);
                sink.close();
            }
        }

        private void tellNews() {
            List<Parcel> found = parcels.of(order.id());
            List<IncidentCase> cases = incidents.of(order.id());
            long version = found.stream().mapToLong(Parcel::version).sum()
                    + cases.stream().mapToLong(IncidentCase::version).sum();
            if (version != last) {
                TrackingView view =
                        TrackingView.of(order, found, cases, arrival, clock.instant(), call.isStaff(), call.locale());
                send(sse.newEventBuilder()
                        .id(Long.toString(version))
                        .name("tracking")
                        .data(String.class, Answer.ok(view).body())
                        .build());
                last = version;
            } else if (System.nanoTime() - spokeAt > SILENCE_NANOS) {
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
