package io.ordercore.adapters.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/** From beginning to closing every commit waits for a synchronous standby that does not exist. */
final class StandbyGone implements AutoCloseable {
    private static final long LONGEST_SECONDS = 60;

    private final PGSimpleDataSource owner;

    StandbyGone(PGSimpleDataSource owner) {
        this.owner = owner;
    }

    /** Answers when the whole server knows of it: its processes read their settings one after another. */
    void begin() throws SQLException, InterruptedException {
        run(owner, "alter system set synchronous_standby_names = 'nobody'");
        run(owner, "select pg_reload_conf()");
        CompletableFuture<Void> probe;
        do {
            probe = CompletableFuture.runAsync(this::commit, task -> new Thread(task, "probe").start());
        } while (!cancelWait(probe));
        probe.join();
    }

    private void commit() {
        PGSimpleDataSource waiting = new PGSimpleDataSource();
        waiting.setUrl(owner.getUrl());
        waiting.setUser(owner.getUser());
        waiting.setPassword(owner.getPassword());
        waiting.setOptions("-c synchronous_commit=on");
        try {
            run(waiting, "select pg_current_xact_id(), pg_logical_emit_message(true, 'probe', '')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends somebody's wait for the standby as soon as somebody waits. */
    void cancelWait() throws SQLException, InterruptedException {
        if (!cancelWait(new CompletableFuture<>())) {
            throw new AssertionError("nobody waited");
        }
    }

    /** Whether there was a wait to be ended before {@code commit} was over, and before long. */
    private boolean cancelWait(CompletableFuture<?> commit) throws SQLException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        try (Connection connection = owner.getConnection()) {
            while (!commit.isDone() && System.nanoTime() < end) {
                List<Boolean> cancelled = Sql.list(
                        connection,
                        "select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'",
                        row -> row.getBoolean(1));
                if (!cancelled.isEmpty()) {
                    return true;
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        return false;
    }

    private static void run(PGSimpleDataSource source, String command) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public void close() throws SQLException {
        run(owner, "alter system reset synchronous_standby_names");
        run(owner, "select pg_reload_conf()");
    }
}
