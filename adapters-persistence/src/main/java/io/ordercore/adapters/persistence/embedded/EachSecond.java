package io.ordercore.adapters.persistence.embedded;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A thread that looks after a running PostgreSQL once a second. */
final class EachSecond implements AutoCloseable {
    private final List<Runnable> rounds;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "postgres-care");

    private EachSecond(List<Runnable> rounds) {
        this.rounds = rounds;
    }

    static EachSecond beginning(Runnable... rounds) {
        EachSecond care = new EachSecond(List.of(rounds));
        care.thread.setDaemon(true);
        care.thread.start();
        return care;
    }

    private void run() {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                rounds.forEach(Runnable::run);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
