package io.ordercore.domain.logistics.arrival;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the platform itself expects a parcel: what it said first and what it says now, kept apart. Immutable.
 *
 * @param first what was said first, the promise to its buyer; absent while nothing could be said
 * @param latest what is said now; the moment it carries is since when
 * @param danger since when the promise may be broken; absent while nothing was promised
 */
public record Expectation(
        Lane lane,
        @Nullable ArrivalForecast first,
        @Nullable ArrivalForecast latest,
        @Nullable Danger danger) {
    /** Less is no news to anybody. */
    private static final Duration NEWS = Duration.ofHours(12);

    public static Expectation on(Lane lane) {
        return new Expectation(lane, null, null, null);
    }

    /** The same of a parcel that sets out: what was said before it did is what was said first. */
    public Expectation promised(ArrivalForecast before) {
        return new Expectation(lane, before, before, danger);
    }

    public Expectation endangered(@Nullable Danger now) {
        return new Expectation(lane, first, latest, now);
    }

    /** With another forecast; unchanged if it says what was said before, and that has not passed. */
    public Expectation revised(ArrivalForecast now) {
        if (first == null || latest == null) {
            return new Expectation(lane, now, now, danger);
        }
        boolean same = isNear(latest.expected(), now.expected()) && isNear(latest.promised(), now.promised());
        return same && latest.expected().isAfter(now.asOf()) ? this : new Expectation(lane, first, now, danger);
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(NEWS) < 0;
    }
}
