package io.ordercore.application;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Where new identifiers come from. */
public interface Ids {
    UUID next();

    /** UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then randomness; new ones sort last. */
    static Ids timeOrdered(Clock clock, RandomGenerator random) {
        return () -> {
            long high = clock.instant().toEpochMilli() << 16 | 0x7000L | random.nextInt(1 << 12);
            long low = random.nextLong() >>> 2 | 1L << 63;
            return new UUID(high, low);
        };
    }
}
