package io.ordercore.adapters.persistence.postgres;

import java.time.Duration;

/**
 * How purchases are gathered.
 *
 * @param writers threads that write, each with a connection
 * @param waiting how many purchases may wait at most before more are turned away
 * @param patience how long one may have to wait, by the speed of the last groups: more are turned away
 * @param together how many purchases share a transaction at most
 * @param moment how long they wait for each other when many come
 * @param resolveWithin how long to find out what became of a commit without an answer
 */
public record IntakeSettings(
        int writers, int waiting, Duration patience, int together, Duration moment, Duration resolveWithin) {
    /**
     * A writer for every two processors, from two to eight; 4,096 waiting, 50 ms at most; 128 together, who wait 2 ms for each
     * other; 5 seconds.
     */
    public static final IntakeSettings STANDARD = new IntakeSettings(
            Math.min(8, Math.max(2, Runtime.getRuntime().availableProcessors() / 2)),
            4_096,
            Duration.ofMillis(50),
            128,
            Duration.ofMillis(2),
            Duration.ofSeconds(5));

    public IntakeSettings {
        if (writers < 1 || waiting < 1 || together < 1) {
            throw new IllegalArgumentException("one writer at least, one waiting, one together");
        }
    }
}
