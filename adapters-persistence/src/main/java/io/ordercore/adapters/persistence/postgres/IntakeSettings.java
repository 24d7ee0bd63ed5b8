package io.ordercore.adapters.persistence.postgres;

import java.time.Duration;

/**
 * How purchases are gathered.
 *
 * @param writers threads that write, each with a connection; purchases of one SKU go to the same one
 * @param waiting how many purchases may wait for each writer at most before more are turned away
 * @param patience how long one may have to wait, by the speed of the last groups: more are turned away
 * @param together how many purchases share a transaction at most
 * @param resolveWithin how long to find out what became of a commit without an answer
 */
public record IntakeSettings(int writers, int waiting, Duration patience, int together, Duration resolveWithin) {
    /** A writer for every four processors, 4,096 waiting, 100 ms at most, 128 together, 5 seconds. */
    public static final IntakeSettings STANDARD =
            new IntakeSettings(writersHere(), 4_096, Duration.ofMillis(100), 128, Duration.ofSeconds(5));

    /** Where everything runs on two processors, one writer's larger groups store twice as many orders as two writers' smaller. */
    private static int writersHere() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 4);
    }

    public IntakeSettings {
        if (writers < 1 || waiting < 1 || together < 1) {
            throw new IllegalArgumentException("one writer at least, one waiting, one together");
        }
    }
}
