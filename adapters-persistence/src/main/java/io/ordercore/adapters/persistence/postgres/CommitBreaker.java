package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.StoreUnavailableException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stops new transactions while a commit gets no answer, as happens when the only synchronous standby is gone: each would take a
 * connection and wait there too, until PostgreSQL has none left. The waiting commit is the probe: its answer closes the breaker.
 */
final class CommitBreaker {
    /** A commit that takes longer waits for something else than its disk. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Duration patience;
    private final Set<Commit> ongoing = ConcurrentHashMap.newKeySet();

    CommitBreaker(Duration patience) {
        this.patience = patience;
    }

    /** A commit that was asked for and not answered yet. */
    static final class Commit {
        private final long began = System.nanoTime();
    }

    Commit began() {
        Commit commit = new Commit();
        ongoing.add(commit);
        return commit;
    }

    void ended(Commit commit) {
        ongoing.remove(commit);
    }

    boolean isOpen() {
        long now = System.nanoTime();
        for (Commit commit : ongoing) {
            if (now - commit.began > patience.toNanos()) {
                return true;
            }
        }
        return false;
    }

    /** @throws StoreUnavailableException while it is open */
    void refuseIfOpen() {
        if (isOpen()) {
            throw new StoreUnavailableException("commits are not answered: is a standby gone?");
        }
    }
}
