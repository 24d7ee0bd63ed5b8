package io.ordercore.adapters.persistence.postgres;

import io.ordercore.adapters.persistence.postgres.RecipientCipher.Personal;
import io.ordercore.application.CommandKey;
import io.ordercore.application.CommitUnknownException;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.domain.order.OrderId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where connections are taken, committed and given back. A transaction belongs to the thread that began it.
 *
 * <p>A commit is never bounded by a query timeout or cancelled: PostgreSQL answers a cancelled wait for its standby with
 * success and a warning. So every warning that comes with a commit makes its outcome unknown; only a socket timeout bounds it.
 *
 * <p>With a host (an embedder's transaction manager), all of that is the host's.
 */
final class PostgresTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresTransactions.class);

    private final DataSource source;
    private final @Nullable Transactions host;
    private final CommitBreaker breaker;

    @SuppressWarnings("ThreadLocalUsage") // one per store, and a program has one store
    private final ThreadLocal<Running> running = new ThreadLocal<>();

    /** Begins and ends them itself. */
    PostgresTransactions(DataSource source) {
        this(source, null, new CommitBreaker(CommitBreaker.PATIENCE));
    }

    /**
     * Joins a host's.
     *
     * @param source within a transaction of the host, its connection, which survives {@code close}
     */
    PostgresTransactions(DataSource source, @Nullable Transactions host) {
        this(source, host, new CommitBreaker(CommitBreaker.PATIENCE));
    }

    PostgresTransactions(DataSource source, @Nullable Transactions host, CommitBreaker breaker) {
        this.source = source;
        this.host = host;
        this.breaker = breaker;
    }

    /** The same on its own connections, whatever the host is doing. */
    PostgresTransactions withoutHost(DataSource own) {
        return host == null ? this : new PostgresTransactions(own, null, breaker);
    }

    /** Whether commits wait for something that does not come; nothing is written then. */
    boolean isBlocked() {
        return breaker.isOpen();
    }

    /** Something done on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @Override
    public <T> T run(Supplier<T> work) {
        return write(connection -> work.get());
    }

    /** Reads, in the running transaction if there is one. */
    <T> T read(Work<T> work) {
        Running outer = running.get();
        if (outer != null) {
            return join(outer, work);
        }
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw SqlFailures.beforeCommit(e);
        }
    }

    /** Whether a read on this thread is part of something: of a transaction, or of whatever a host has begun. */
    boolean isJoined() {
        return host != null || running.get() != null;
    }

    /** Writes, in the running transaction or in one of its own. Work that fails dooms the transaction it is part of. */
    <T> T write(Work<T> work) {
        Running outer = running.get();
        if (outer != null) {
            return join(outer, work);
        }
        return host == null ? begin(work) : joinHost(host, work);
    }

    /**
     * Writes one row at the version the caller has seen.
     *
     * @param what names it
     * @param work answers how many rows it wrote
     * @throws StaleVersionException if there is no such row, or it has changed
     */
    void writeOne(String what, Work<Integer> work) {
        write(connection -> {
            int rows = work.on(connection);
            if (rows == 0) {
                throw new StaleVersionException(what);
            }
            return rows;
        });
    }

    /**
     * The fingerprints of the commands claimed in the running transaction.
     *
     * @throws IllegalStateException outside of one
     */
    Map<CommandKey, Claimed> claims() {
        Running outer = running.get();
        if (outer == null) {
            throw new IllegalStateException("a command is claimed within the transaction of its effect");
        }
        return outer.claims;
    }

    /** What the running transaction has seen of orders it may change; outside of one, nothing is remembered. */
    Map<OrderId, HistoryEnd> historyEnds() {
        Running outer = running.get();
        return outer == null ? new HashMap<>() : outer.historyEnds;
    }

    private <T> T begin(Work<T> work) {
        breaker.refuseIfOpen();
        Connection connection;
        try {
            connection = source.getConnection();
        } catch (SQLException e) {
            throw SqlFailures.beforeCommit(e);
        }
        boolean committed = false;
        Running now = new Running(connection);
        running.set(now);
        try {
            T result = join(now, it -> {
                it.setAutoCommit(false);
                return work.on(it);
            });
            now.refuseIfDoomed();
            commit(connection);
            committed = true;
            return result;
        } finally {
            running.remove();
            giveBack(connection, committed);
        }
    }

    /** The host begins, commits and rolls back: it alone knows whether this is the whole of its transaction. */
    private <T> T joinHost(Transactions outside, Work<T> work) {
        return outside.run(() -> {
            try (Connection connection = source.getConnection()) {
                if (connection.getAutoCommit()) {
                    throw new IllegalStateException(
                            "the data source gave a connection outside of the host's transaction");
                }
                Running now = new Running(connection);
                running.set(now);
                T result = join(now, work);
                now.refuseIfDoomed();
                return result;
            } catch (SQLException e) {
                throw SqlFailures.beforeCommit(e);
            } finally {
                running.remove();
            }
        });
    }

    private static <T> T join(Running transaction, Work<T> work) {
        try {
            return work.on(transaction.connection);
        } catch (SQLException e) {
            throw transaction.doomedBy(SqlFailures.beforeCommit(e));
        } catch (RuntimeException e) {
            throw transaction.doomedBy(e);
        } catch (Error e) {
            transaction.doomedBy(new IllegalStateException("an error within the transaction", e));
            throw e;
        }
    }

    private void commit(Connection connection) {
        CommitBreaker.Commit commit = breaker.began();
        try {
            connection.clearWarnings();
            connection.commit();
            SQLWarning warning = connection.getWarnings();
            if (warning != null) {
                throw new CommitUnknownException(
                        "a commit was answered with a warning: " + warning.getMessage(), warning);
            }
        } catch (SQLException e) {
            throw SqlFailures.atCommit(e);
        } finally {
            breaker.ended(commit);
        }
    }

    /** What goes wrong here changes nothing about what was committed or not. */
    private static void giveBack(Connection connection, boolean committed) {
        try (connection) {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.debug("a connection could not be given back in order", e);
        }
    }

    /** Where an order's history ended, and to whom it goes, when it was at {@code version}. */
    @SuppressWarnings("ArrayRecordComponent") // on its way from one statement to the next, never compared
    record HistoryEnd(long version, byte[] hash, Personal personal) {}

    /** A command claimed in this transaction, to be remembered with its answer. */
    record Claimed(String fingerprint, java.time.Instant at) {}

    /** A transaction on this thread. */
    private static final class Running {
        private final Connection connection;
        private final Map<CommandKey, Claimed> claims = new HashMap<>();
        private final Map<OrderId, HistoryEnd> historyEnds = new HashMap<>();
        private @Nullable RuntimeException doom;

        Running(Connection connection) {
            this.connection = connection;
        }

        RuntimeException doomedBy(RuntimeException e) {
            if (doom == null) {
                doom = e;
            }
            return e;
        }

        void refuseIfDoomed() {
            if (doom != null) {
                throw doom;
            }
        }
    }
}
