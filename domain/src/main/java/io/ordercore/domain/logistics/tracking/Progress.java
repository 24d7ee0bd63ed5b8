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

    /** When the carrier is worth asking again; absent when there is nothing left to ask. */
    static @Nullable Instant nextLook(TrackingState state, Instant moved, Instant now) {
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
        boolean still = Duration.between(moved, now).compareTo(LONG) > 0;
        return now.plus(still && pause.compareTo(SELDOM) < 0 ? SELDOM : pause);
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
