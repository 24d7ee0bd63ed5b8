package io.ordercore.domain.logistics.tracking;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a journey should go on: when to look again, and how long silence is nothing to worry about. */
final class Progress {
    /** A parcel that has not moved for so long is looked at as seldom as this. */
    private static final Duration SELDOM = Duration.ofHours(12);

    /** A parcel silent for so long is taken for lost. */
    static final Duration GIVEN_UP = Duration.ofDays(14);

    private static final Duration LONG = Duration.ofDays(4);

    private Progress() {}

    /** Around the day on which it should arrive, something happens to a parcel. */
    private static final Duration AROUND = Duration.ofDays(1);

    private static final Duration OFTEN = Duration.ofHours(1);

    /**
     * When the carrier is worth asking again; absent when there is nothing left to ask.
     *
     * @param expected when it should arrive; absent while nobody can tell
     */
    static @Nullable Instant nextLook(TrackingState state, Instant moved, @Nullable Instant expected, Instant now) {
        Duration pause = switch (state.status()) {
            case OUT_FOR_DELIVERY -> Duration.ofMinutes(20);
            case AT_DESTINATION, DELIVERY_FAILED, EXCEPTION, INTERCEPTED -> Duration.ofHours(1);
            case UNKNOWN, CREATED, COLLECTED, IN_TRANSIT -> Duration.ofHours(3);
            case IN_CUSTOMS, READY_FOR_PICKUP, RETURNING -> Duration.ofHours(6);
            case LOST -> Duration.ofDays(1);
            case CANCELLED, DESTROYED, RETURNED, DELIVERED -> Duration.ZERO;
        };
        if (pause.isZero()) {
            return null;
        }
        if (expected != null && isUnderWay(state.status())) {
            pause = by(expected, pause, now);
        }
        boolean still = Duration.between(moved, now).compareTo(LONG) > 0;
        return now.plus(still && pause.compareTo(SELDOM) < 0 ? SELDOM : pause);
    }

    private static boolean isUnderWay(TrackingStatus status) {
        return switch (status) {
            case UNKNOWN, CREATED, COLLECTED, IN_TRANSIT, AT_DESTINATION -> true;
            case OUT_FOR_DELIVERY,
                    DELIVERY_FAILED,
                    EXCEPTION,
                    INTERCEPTED,
                    IN_CUSTOMS,
                    READY_FOR_PICKUP,
                    RETURNING,
                    LOST,
                    CANCELLED,
                    DESTROYED,
                    RETURNED,
                    DELIVERED -> false;
        };
    }

    /** Far from the day on which it should arrive seldom, around it often, long after it as usual. */
    private static Duration by(Instant expected, Duration usual, Instant now) {
        Duration left = Duration.between(now, expected);
        if (left.compareTo(AROUND) > 0) {
            Duration quarter = left.dividedBy(4);
            Duration pause = quarter.compareTo(usual) > 0 ? quarter : usual;
            return pause.compareTo(SELDOM) > 0 ? SELDOM : pause;
        }
        boolean around = left.negated().compareTo(AROUND) <= 0;
        return around && usual.compareTo(OFTEN) > 0 ? OFTEN : usual;
    }

    static @Nullable Instant silentAt(TrackingState state, Instant moved) {
        return state.status().isTerminal() ? null : moved.plus(silenceAllowed(state.status()));
    }

    static Duration silenceAllowed(TrackingStatus status) {
        return switch (status) {
            case OUT_FOR_DELIVERY -> Duration.ofDays(2);
            case UNKNOWN, CREATED, AT_DESTINATION, DELIVERY_FAILED, EXCEPTION, INTERCEPTED -> Duration.ofDays(3);
            case COLLECTED, IN_TRANSIT -> Duration.ofDays(5);
            case IN_CUSTOMS, READY_FOR_PICKUP, RETURNING -> Duration.ofDays(10);
            case LOST, CANCELLED, DESTROYED, RETURNED, DELIVERED -> Duration.ofDays(365);
        };
    }
}
