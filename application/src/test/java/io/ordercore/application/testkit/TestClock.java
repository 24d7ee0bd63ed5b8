package io.ordercore.application.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Tells the time a test sets. */
final class TestClock extends Clock {
    private final InstantSource source;

    TestClock(InstantSource source) {
        this.source = source;
    }

    @Override
    public ZoneOffset getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return source.instant();
    }
}
