package io.ordercore.application;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Where new identifiers come from. */
public interface Ids {
    UUID next();

    /**
     * UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, 12 that count from a random start within the
     * millisecond (section 6.2, method 1), then randomness. What one source gives later sorts later.
     */
    static Ids timeOrdered(Clock clock, RandomGenerator random) {
        AtomicLong last = new AtomicLong();
        return () -> {
            long fresh = clock.instant().toEpochMilli() << 12 | random.nextInt(1 << 11);
            long stamp = last.updateAndGet(before -> Math.max(fresh, before + 1));
            long high = (stamp & ~0xFFFL) << 4 | 0x7000L | (stamp & 0xFFFL);
            long low = random.nextLong() >>> 2 | 1L << 63;
            return new UUID(high, low);
        };
    }
}
