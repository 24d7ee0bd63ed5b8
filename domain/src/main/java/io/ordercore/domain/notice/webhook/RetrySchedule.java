package io.ordercore.domain.notice.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a message that did not arrive is tried again: the pauses that Standard Webhooks recommends, three days in all, each
 * shortened or lengthened by up to a fifth so that an endpoint that comes back is not met by everything at once.
 */
final class RetrySchedule {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final double JITTER = 0.2;

    private RetrySchedule() {}

    /**
     * The next try.
     *
     * @param tried how often it was tried, 1 or more
     * @return empty when it is given up
     */
    static Optional<Instant> next(int tried, Instant now, RandomGenerator random) {
        if (tried > PAUSES.size()) {
            return Optional.empty();
        }
        return Optional.of(now.plus(jittered(PAUSES.get(tried - 1), random)));
    }

    /** How long an endpoint is left alone that has failed so often in a row, whatever is waiting for it. */
    static Duration hold(int failures, RandomGenerator random) {
        return jittered(PAUSES.get(Math.min(failures, 3) - 1), random);
    }

    private static Duration jittered(Duration pause, RandomGenerator random) {
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }
}
