package io.ordercore.domain.notice.webhook;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One message to one endpoint. Immutable.
 *
 * @param nextAt when it is tried next; null if it is not
 * @param attempts the earliest first, since it was last replayed
 */
public record WebhookDelivery(
        UUID endpoint,
        WebhookMessage message,
        Status status,
        @Nullable Instant nextAt,
        List<Attempt> attempts) {
    /** Where it stands. The names are stable. */
    public enum Status {
        PENDING,
        DELIVERED,
        /** Given up after the last try; kept, and sent again when its owner asks. */
        FAILED,
        /** Its endpoint was disabled: kept, and sent when its owner asks. */
        KEPT
    }

    /**
     * One try.
     *
     * @param answer the HTTP status; 0 if there was none
     * @param failure why there was none; empty if there was one
     */
    public record Attempt(Instant at, int answer, String failure, long millis) {
        private static final int GONE = 410;

        public Attempt {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        public boolean wentWell() {
            return answer >= 200 && answer < 300;
        }

        /** Nobody wants to be told there any more. */
        public boolean saysGone() {
            return answer == GONE;
        }
    }

    public WebhookDelivery {
        attempts = List.copyOf(attempts);
    }

    public static WebhookDelivery of(WebhookEndpoint endpoint, WebhookMessage message, Instant now) {
        return endpoint.enabled()
                ? new WebhookDelivery(
                        endpoint.id(), message, Status.PENDING, now.truncatedTo(ChronoUnit.MICROS), List.of())
                : new WebhookDelivery(endpoint.id(), message, Status.KEPT, null, List.of());
    }

    /** After a try. */
    public WebhookDelivery tried(Attempt attempt, RandomGenerator random) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        if (attempt.wentWell()) {
            return new WebhookDelivery(endpoint, message, Status.DELIVERED, null, all);
        }
        Instant next = RetrySchedule.next(all.size(), attempt.at(), random).orElse(null);
        return new WebhookDelivery(
                endpoint,
                message,
                next == null ? Status.FAILED : Status.PENDING,
                next == null ? null : next.truncatedTo(ChronoUnit.MICROS),
                all);
    }
}
