package io.ordercore.adapters.persistence.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.ordercore.application.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database brought up to date, and a pool of connections to it whose sessions may not touch the order history. */
public final class PostgresPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresPool.class);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    /** Bounds a commit whose standby is gone: nothing else may. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    /** The rest opens when it is needed: each costs a handshake, and a start has better things to do. */
    private static final int FEWEST_OPEN = 4;

    private final HikariDataSource pool;

    private PostgresPool(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Migrates and connects.
     *
     * @param url {@code jdbc:postgresql://...}; several hosts are tried for the primary
     * @param connections the most at once, 4 or more
     * @throws StoreUnavailableException if the database does not answer
     */
    public static PostgresPool open(String url, String user, String password, int connections) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(url);
        owner.setUser(user);
        owner.setPassword(password);
        owner.setConnectTimeout((int) CONNECT_WITHIN.toSeconds());
        owner.setTcpKeepAlive(true);
        owner.setLogServerErrorDetail(false);
        PostgresSchema.migrate(owner);
        return connect(owner, connections);
    }

    /** Connects to a database that is up to date. */
    static PostgresPool connect(PGSimpleDataSource owner, int connections) {
        HikariConfig config = new HikariConfig();
        try {
            if (PostgresSchema.hasSessionRole(owner)) {
                config.setConnectionInitSql("set role " + PostgresSchema.SESSION_ROLE);
            } else {
                LOG.warn("the database user may not create roles; the order history is guarded by its trigger alone");
            }
        } catch (SQLException e) {
            throw SqlFailures.beforeCommit(e);
        }
        owner.setSocketTimeout((int) ANSWER_WITHIN.toSeconds());
        config.setDataSource(owner);
        config.setPoolName("ordercore");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(FEWEST_OPEN, connections));
        config.setConnectionTimeout(CONNECT_WITHIN.toMillis() + CONNECT_WITHIN.toMillis() / 2);
        return new PostgresPool(new HikariDataSource(config));
    }

    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
