package io.ordercore.adapters.catalog;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** How long something may still take, all its steps together. */
final class Patience {
    private final long endsAt;

    private Patience(long endsAt) {
        this.endsAt = endsAt;
    }

    static Patience of(Duration all) {
        return new Patience(System.nanoTime() + all.toNanos());
    }

    /**
     * What is left, in milliseconds, 1 at least.
     *
     * @throws IOException if nothing is
     */
    int left() throws IOException {
        long millis = (endsAt - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("it takes too long");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
