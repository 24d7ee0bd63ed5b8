package io.ordercore.domain.logistics.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a carrier says that something happened: its own text, what that text reads as on the wall clock, and the instant
 * where it is known. An instant is never invented: a date without a time, or a time without a zone, has none.
 *
 * @param raw the carrier's text, unchanged
 * @param local the wall clock it shows; absent when the text is unreadable
 * @param instant present exactly when {@code source} is not {@code UNKNOWN}
 */
public record EventTime(
        String raw, @Nullable LocalDateTime local, @Nullable Instant instant, OffsetSource source) {

    public EventTime {
        if ((instant == null) != (source == OffsetSource.UNKNOWN)) {
            throw new IllegalArgumentException("an instant is known exactly when its offset is");
        }
    }

    /** The carrier wrote the offset. */
    public static EventTime explicit(String raw, OffsetDateTime at) {
        return new EventTime(raw, at.toLocalDateTime(), at.toInstant(), OffsetSource.EXPLICIT);
    }

    /** A wall-clock time in a zone known from elsewhere. */
    public static EventTime inZone(String raw, LocalDateTime local, ZoneId zone, OffsetSource source) {
        return new EventTime(raw, local, local.atZone(zone).toInstant(), source);
    }

    /** A wall-clock time in a zone nobody named. */
    public static EventTime withoutZone(String raw, LocalDateTime local) {
        return new EventTime(raw, local, null, OffsetSource.UNKNOWN);
    }

    /** A day without a time of day. */
    public static EventTime dayOnly(String raw, LocalDate day) {
        return withoutZone(raw, day.atStartOfDay());
    }

    /** Nothing that can be read; the text is kept. */
    public static EventTime unreadable(String raw) {
        return new EventTime(raw, null, null, OffsetSource.UNKNOWN);
    }

    /** Where the event stands among others. Without an instant the wall clock stands in for it: good for order only. */
    Instant orderedBy(Instant receivedAt) {
        if (instant != null) {
            return instant;
        }
        return local == null ? receivedAt : local.toInstant(ZoneOffset.UTC);
    }

    /** The part of an event's identity that is its time. */
    String identity() {
        if (instant != null) {
            return instant.toString();
        }
        return local == null ? raw : local.toString();
    }
}
