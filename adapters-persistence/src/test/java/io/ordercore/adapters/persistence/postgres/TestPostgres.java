package io.ordercore.adapters.persistence.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.ordercore.adapters.persistence.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A store on an empty database. The PostgreSQL is started, and connected to, once for all tests of the JVM: the handshakes of a
 * pool took longer than most tests.
 */
final class TestPostgres implements BeforeEachCallback, AfterEachCallback {
    static final PersonalDataKeys KEYS = PersonalDataKeys.generate();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static @Nullable PostgresPool pool;
    private static @Nullable Connection owning;

    private @Nullable LossyDataSource lossy;
    private @Nullable PostgresStore store;

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        empty();
        lossy = new LossyDataSource(dataSource());
        store = PostgresStore.on(lossy, KEYS);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        store().close();
    }

    PostgresStore store() {
        if (store == null) {
            throw new IllegalStateException("before the first test");
        }
        return store;
    }

    /** Sessions as the server has them. */
    DataSource dataSource() {
        if (pool == null) {
            pool = PostgresPool.connect(owner(), 8);
            // A server turns away who waits so long; fifty threads of a test may, on a slow machine.
            ((HikariDataSource) pool.dataSource()).setConnectionTimeout(PATIENCE.toMillis());
        }
        return pool.dataSource();
    }

    /** Ends every session but one of the owner's; the next test begins with new ones. */
    void endAllSessions() throws SQLException {
        PostgresPool ended = pool;
        pool = null;
        Sql.list(
                owning(),
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()",
                row -> row.getBoolean(1));
        if (ended != null) {
            ended.close();
        }
    }

    /** Sessions of the tables' owner, who may do anything. */
    PGSimpleDataSource owner() {
        EmbeddedPostgres server = Server.POSTGRES;
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(server.jdbcUrl());
        owner.setUser(server.user());
        owner.setPassword(server.password());
        return owner;
    }

    /** Runs a command as the tables' owner, whom no trigger stops. */
    void tamper(String command) throws SQLException {
        try (Statement statement = owning().createStatement()) {
            statement.execute(command);
        }
    }

    private Connection owning() throws SQLException {
        if (owning == null) {
            owning = owner().getConnection();
            try (Statement statement = owning.createStatement()) {
                statement.execute("set session_replication_role = replica");
            }
        }
        return owning;
    }

    /** Only what is filled, and row by row: a table to truncate is several files, and emptying all took longer than most tests. */
    private void empty() throws SQLException {
        List<String> filled = Sql.list(owning(), Server.FILLED_TABLES, row -> row.getString(1));
        if (!filled.isEmpty()) {
            tamper("delete from " + String.join("; delete from ", filled));
        }
    }

    void loseTheAnswerToTheNextCommit(boolean stored) {
        if (lossy != null) {
            lossy.loseTheNextAnswer(stored);
        }
    }

    /** Ends the store and begins again on the same database, as a restart of the server does. */
    PostgresStore restart() {
        store().close();
        store = PostgresStore.on(dataSource(), KEYS);
        return store;
    }

    /** Started when the first test asks for it. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
        private static final String FILLED_TABLES;

        static {
            PGSimpleDataSource owner = new PGSimpleDataSource();
            owner.setUrl(POSTGRES.jdbcUrl());
            owner.setUser(POSTGRES.user());
            owner.setPassword(POSTGRES.password());
            PostgresSchema.migrate(owner);
            try (Connection connection = owner.getConnection()) {
                FILLED_TABLES = String.join(
                        " union all ",
                        Sql.list(
                                connection,
                                "select format('select %L where exists (select from %I)', tablename, tablename)"
                                        + " from pg_tables where schemaname = 'public' and tablename <> 'ordercore_migration'",
                                row -> row.getString(1)));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
