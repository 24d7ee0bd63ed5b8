package io.ordercore.bootstrap.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Shows each thread the recorded time of the step it is playing. */
final class ReplayClock extends Clock {
    private final ThreadLocal<Instant> now = ThreadLocal.withInitial(() -> Instant.EPOCH);

    void set(Instant recorded) {
        now.set(recorded);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalStateException("a replay shows instants only");
    }
}
