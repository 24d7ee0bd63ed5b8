package io.ordercore.domain.modification;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When the carrier comes, every day: what was packed before then counts as handed over from then on. */
public record CutOff(LocalTime at, ZoneId zone) {
    /**
     * Reads one.
     *
     * @param text {@code 17:00 Asia/Shanghai}
     * @throws IllegalArgumentException for anything else
     */
    static CutOff parse(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (words.length != 2) {
            throw new IllegalArgumentException("a cut-off is a time and a zone");
        }
        try {
            return new CutOff(LocalTime.parse(words[0]), ZoneId.of(words[1]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such time or zone: " + text, e);
        }
    }

    /** The first one after something was packed. */
    public Instant after(Instant packed) {
        ZonedDateTime local = packed.atZone(zone);
        ZonedDateTime today = local.with(at);
        return (today.isAfter(local) ? today : today.plusDays(1)).toInstant();
    }
}
