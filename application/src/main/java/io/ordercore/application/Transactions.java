package io.ordercore.application;

import java.util.function.Supplier;

/** All or nothing, across every port of one {@link Store}. */
public interface Transactions {
    /**
     * Runs {@code work} in a transaction: the one already open on this thread, or a new one that commits when {@code work}
     * returns and rolls back when it throws.
     *
     * @throws CommitUnknownException when nobody can say whether the commit happened; never reported as success
     */
    <T> T run(Supplier<T> work);

    /**
     * {@link #run(Supplier)} for work that loads what it decides on: when it meets another change, it is done anew, twenty times at
     * most.
     *
     * @throws StaleVersionException when it meets one every time
     */
    default <T> T untilFresh(Supplier<T> work) {
        for (int attempt = 1; attempt < 20; attempt++) {
            try {
                return run(work);
            } catch (StaleVersionException changedMeanwhile) {
                // The next attempt loads what is there now.
            }
        }
        return run(work);
    }

    /** {@link #run(Supplier)} for work without a result. */
    default void run(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }
}
