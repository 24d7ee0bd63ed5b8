package io.ordercore.domain.logistics.arrival;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order's way to its buyer, as far as it has come.
 *
 * @param handedOver when the carrier got it; absent before
 * @param delivered absent before, and for ever if it never arrives
 */
public record Journey(
        String merchant,
        Lane lane,
        Instant bought,
        @Nullable Instant handedOver,
        @Nullable Instant delivered) {

    /** What of this was known at {@code moment}; absent before the purchase. */
    public @Nullable Journey asKnownAt(Instant moment) {
        if (!bought.isBefore(moment)) {
            return null;
        }
        return new Journey(merchant, lane, bought, past(handedOver, moment), past(delivered, moment));
    }

    /** The same by another clock. */
    Journey by(WeekClock clock) {
        return new Journey(
                merchant,
                lane,
                clock.at(bought),
                handedOver == null ? null : clock.at(handedOver),
                delivered == null ? null : clock.at(delivered));
    }

    private static @Nullable Instant past(@Nullable Instant event, Instant moment) {
        return event != null && event.isBefore(moment) ? event : null;
    }
}
