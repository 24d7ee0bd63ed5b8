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

    /** {@link #run(Supplier)} for work without a result. */
    default void run(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }
}
