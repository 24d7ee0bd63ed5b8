package io.ordercore.bootstrap.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the machine's clock against the time that passes. One that jumps ahead would let deadlines pass that nobody had the
 * time to meet; so after a jump they wait until the clock was put right, or has kept its word for {@link #PROBATION}.
 */
final class ClockWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    static final Duration TOLERANCE = Duration.ofMinutes(1);
    static final Duration PROBATION = Duration.ofMinutes(10);

    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Instant start;
    private final long began;

    /** How far the clock is ahead of the time that passed: what is believed, and since when it says something else. */
    private Duration believed = Duration.ZERO;

    private Duration suspected = Duration.ZERO;
    private long suspectedSince;

    ClockWatch(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.start = clock.instant();
        this.began = nanoTime.getAsLong();
    }

    /** Work that waits while the clock is not believed. */
    Runnable whileSteady(Runnable work) {
        return () -> {
            if (isSteady()) {
                work.run();
            }
        };
    }

    synchronized boolean isSteady() {
        long now = nanoTime.getAsLong();
        Duration ahead = Duration.between(start.plusNanos(now - began), clock.instant());
        // A clock put back makes deadlines late, never early.
        if (ahead.compareTo(believed.plus(TOLERANCE)) <= 0) {
            believed = ahead;
            suspected = ahead;
            return true;
        }
        if (ahead.minus(suspected).abs().compareTo(TOLERANCE) > 0) {
            LOG.warn(
                    "the clock jumped by {}; deadlines wait until it is right, or {}",
                    ahead.minus(believed),
                    PROBATION);
            suspected = ahead;
            suspectedSince = now;
        }
        if (now - suspectedSince < PROBATION.toNanos()) {
            return false;
        }
        believed = ahead;
        return true;
    }
}
