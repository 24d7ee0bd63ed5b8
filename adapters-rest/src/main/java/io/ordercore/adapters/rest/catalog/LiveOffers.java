package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.application.catalog.FollowOffers;
import io.ordercore.application.catalog.OfferChange;
import io.ordercore.application.catalog.OfferPlace;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands changes of prices and stock to whoever watches: one thread looks for news twenty times a second, once for all streams
 * that have seen the same, and writes what came as one event. A stream that is slow to take an event is left out until it has,
 * and goes on where it was. A stream ends after 30 minutes; its client comes back with the last event it saw.
 */
@Singleton
public class LiveOffers {
    private static final Logger LOG = LoggerFactory.getLogger(LiveOffers.class);
    private static final long PERIOD_MILLIS = 50;
    private static final int TOGETHER = 1_000;
    private static final long LONGEST_NANOS = Duration.ofMinutes(30).toNanos();
    private static final long SILENCE_NANOS = Duration.ofSeconds(15).toNanos();

    private final FollowOffers offers;
    private final Clock clock = Clock.systemUTC();
    private final List<Stream> streams = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "ordercore-live-offers");
        made.setDaemon(true);
        return made;
    });
    private volatile Consumer<Duration> staleness = age -> {};
    private boolean started;

    @Inject
    public LiveOffers(FollowOffers offers) {
        this.offers = offers;
    }

    /** Tells how old each change was when it had been handed to a stream's connection. */
    public void measure(Consumer<Duration> listener) {
        staleness = listener;
    }

    void stream(OfferPlace from, OfferFilter filter, SseEventSink sink, Sse sse) {
        streams.add(new Stream(from, filter, sink, sse));
        start();
    }

    private synchronized void start() {
        if (!started) {
            started = true;
            ScheduledFuture<?> unused =
                    thread.scheduleWithFixedDelay(this::tellNews, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tellNews() {
        try {
            Map<OfferPlace, News> read = new HashMap<>();
            streams.removeIf(Stream::isOver);
            for (Stream stream : streams) {
                if (stream.isReady()) {
                    stream.tell(read.computeIfAbsent(stream.place, place -> new News(offers.after(place, TOGETHER))));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("live prices are late", e);
        }
    }

    private static String json(List<OfferChange> changes) {
        return Answer.ok(changes.stream().map(OfferChangeView::of).toList()).body();
    }

    /** What came after one place, and its text, made once. */
    private static final class News {
        private final List<OfferChange> changes;
        private @Nullable String text;

        News(List<OfferChange> changes) {
            this.changes = changes;
        }

        String text() {
            if (text == null) {
                text = json(changes);
            }
            return text;
        }
    }

    /** One watcher; used by the one thread only. */
    private final class Stream {
        private final OfferFilter filter;
        private final SseEventSink sink;
        private final Sse sse;
        private final long opened = System.nanoTime();
        private OfferPlace place;
        private long spokeAt = opened;
        private @Nullable CompletionStage<?> underWay;

        Stream(OfferPlace place, OfferFilter filter, SseEventSink sink, Sse sse) {
            this.place = place;
            this.filter = filter;
            this.sink = sink;
            this.sse = sse;
        }

        boolean isOver() {
            if (!sink.isClosed() && System.nanoTime() - opened > LONGEST_NANOS) {
                sink.close();
            }
            return sink.isClosed();
        }

        boolean isReady() {
            return underWay == null || underWay.toCompletableFuture().isDone();
        }

        void tell(News news) {
            List<OfferChange> wanted = filter.takesAll()
                    ? news.changes
                    : news.changes.stream().filter(filter::takes).toList();
            if (!news.changes.isEmpty()) {
                place = news.changes.get(news.changes.size() - 1).place();
            }
            if (!wanted.isEmpty()) {
                String text = filter.takesAll() ? news.text() : json(wanted);
                send(
                        sse.newEventBuilder()
                                .id(place.toString())
                                .name("changes")
                                .data(String.class, text)
                                .build(),
                        wanted);
            } else if (System.nanoTime() - spokeAt > SILENCE_NANOS) {
                send(sse.newEventBuilder().comment("still here").build(), wanted);
            }
        }

        private void send(OutboundSseEvent event, List<OfferChange> told) {
            spokeAt = System.nanoTime();
            try {
                underWay = sink.send(event).whenComplete((done, failure) -> {
                    if (failure != null) {
                        sink.close();
                    } else {
                        told.forEach(change -> staleness.accept(Duration.between(change.at(), clock.instant())));
                    }
                });
            } catch (IllegalStateException leftMeanwhile) {
                sink.close(); // one who leaves keeps nobody else waiting
            }
        }
    }
}
