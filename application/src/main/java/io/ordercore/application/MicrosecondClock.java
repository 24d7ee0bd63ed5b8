package io.ordercore.application;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Another clock, cut to microseconds. {@link Clock#tick} is none: below a millisecond its {@code millis()} divides by zero on Java 17. */
final class MicrosecondClock extends Clock {
    private final Clock source;

    MicrosecondClock(Clock source) {
        this.source = source;
    }

    @Override
    public Instant instant() {
        return source.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return source.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MicrosecondClock(source.withZone(zone));
    }
}
