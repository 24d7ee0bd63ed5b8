package io.ordercore.adapters.logistics;

import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.OffsetSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the times carriers write, and never more into them than is written. */
final class CarrierTimes {
    private static final DateTimeFormatter BLANK_OR_T = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .optionalStart()
            .appendLiteral('T')
            .optionalEnd()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter(Locale.ROOT);

    /** What North American carriers write beside a wall-clock time. Taken at its word: {@code EST} is UTC-5 in summer too. */
    private static final Map<String, ZoneOffset> ABBREVIATIONS = Map.ofEntries(
            Map.entry("NST", ZoneOffset.ofHoursMinutes(-3, -30)),
            Map.entry("NDT", ZoneOffset.ofHoursMinutes(-2, -30)),
            Map.entry("AST", ZoneOffset.ofHours(-4)),
            Map.entry("ADT", ZoneOffset.ofHours(-3)),
            Map.entry("EST", ZoneOffset.ofHours(-5)),
            Map.entry("EDT", ZoneOffset.ofHours(-4)),
            Map.entry("CST", ZoneOffset.ofHours(-6)),
            Map.entry("CDT", ZoneOffset.ofHours(-5)),
            Map.entry("MST", ZoneOffset.ofHours(-7)),
            Map.entry("MDT", ZoneOffset.ofHours(-6)),
            Map.entry("PST", ZoneOffset.ofHours(-8)),
            Map.entry("PDT", ZoneOffset.ofHours(-7)),
            Map.entry("UTC", ZoneOffset.UTC),
            Map.entry("GMT", ZoneOffset.UTC));

    private CarrierTimes() {}

    /** ISO 8601 as far as the carrier wrote it: with offset, without, or the day alone. */
    static EventTime iso(String raw) {
        String text = raw.strip();
        try {
            if (isPlain(text)) {
                return EventTime.withoutZone(raw, plain(text));
            }
            if (text.length() == 10) {
                return EventTime.dayOnly(raw, LocalDate.parse(text));
            }
            return hasOffset(text)
                    ? EventTime.explicit(raw, OffsetDateTime.parse(text))
                    : EventTime.withoutZone(raw, LocalDateTime.parse(text, BLANK_OR_T));
        } catch (DateTimeException e) {
            return EventTime.unreadable(raw);
        }
    }

    /** {@code yyyy-MM-dd HH:mm:ss} of a carrier that writes all its times in one zone. */
    static EventTime inCarriersZone(String raw, ZoneId zone) {
        EventTime time = iso(raw);
        LocalDateTime local = time.local();
        return local == null
                        || time.source() != OffsetSource.UNKNOWN
                        || raw.strip().length() == 10
                ? time
                : EventTime.inZone(raw, local, zone, OffsetSource.CARRIER_DEFAULT_ZONE);
    }

    /** Day, time of day and the abbreviation of the place's zone, each in its own field. */
    static EventTime inNamedZone(String day, String time, String zone) {
        String raw = (day + " " + time + " " + zone).strip();
        try {
            if (time.isBlank()) {
                return EventTime.dayOnly(raw, LocalDate.parse(day));
            }
            LocalDateTime local = LocalDateTime.of(LocalDate.parse(day), timeOfDay(time));
            ZoneOffset offset = ABBREVIATIONS.get(zone.strip().toUpperCase(Locale.ROOT));
            return offset == null
                    ? EventTime.withoutZone(raw, local)
                    : EventTime.inZone(raw, local, offset, OffsetSource.FACILITY_ZONE);
        } catch (DateTimeException e) {
            return EventTime.unreadable(raw);
        }
    }

    /** {@code 10:06:25}, or {@code 100625} and {@code 94500}: hours, minutes and seconds, not a number of seconds. */
    static LocalTime timeOfDay(String text) {
        String digits = text.strip();
        if (digits.matches("[0-9]{5,6}")) {
            int number = Integer.parseInt(digits);
            return LocalTime.of(number / 10_000, number / 100 % 100, number % 100);
        }
        return LocalTime.parse(digits);
    }

    static @Nullable EventTime isoOrNull(String raw) {
        return raw.isBlank() ? null : iso(raw);
    }

    /** {@code 2026-03-02 10:20:30}, as most carriers write: read by place, because a formatter takes longer than all the rest. */
    private static boolean isPlain(String text) {
        if (text.length() != 19) {
            return false;
        }
        for (int i = 0; i < 19; i++) {
            char c = text.charAt(i);
            boolean right = switch (i) {
                case 4, 7 -> c == '-';
                case 10 -> c == ' ' || c == 'T';
                case 13, 16 -> c == ':';
                default -> c >= '0' && c <= '9';
            };
            if (!right) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime plain(String text) {
        return LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static boolean hasOffset(String text) {
        int time = Math.max(text.indexOf('T'), text.indexOf(' '));
        return text.endsWith("Z") || (time > 0 && (text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0));
    }
}
