package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The tables of the store. */
public final class PostgresSchema {
    /** Not Flyway's usual place, where Spring Boot and others look. */
    private static final String SCRIPTS = "io/ordercore/db";

    private static final String NOTES = "ordercore_migration";

    static final String SESSION_ROLE = "ordercore_app";

    private PostgresSchema() {}

    /**
     * Brings the tables up to date, in the connection's current schema; what others keep there is left alone: the scripts lie in
     * a place of their own and are noted in a table of their own, so Flyway may serve the embedder's tables too. Connect as the
     * tables' owner. Any number of nodes may do so at once.
     *
     * <p>The fingerprint of the scripts last run is the comment on Flyway's table: while it stays the same, one query is all, and
     * a server starts a second sooner.
     *
     * @throws StoreUnavailableException if the database does not answer
     */
    public static void migrate(DataSource owner) {
        String scripts = SchemaScripts.fingerprint(SCRIPTS);
        if (!scripts.isEmpty() && scripts.equals(lastRun(owner))) {
            return;
        }
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:" + SCRIPTS)
                .table(NOTES)
                // Capabilities number their scripts apart, so a lower number may come later.
                .outOfOrder(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        if (!scripts.isEmpty()) {
            note(owner, scripts);
        }
    }

    private static @Nullable String lastRun(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select obj_description(to_regclass(quote_ident(current_schema()) || '."
                                + NOTES + "'), 'pg_class')")) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw SqlFailures.beforeCommit(e);
        }
    }

    private static void note(DataSource owner, String scripts) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("comment on table " + NOTES + " is '" + scripts + "'");
        } catch (SQLException e) {
            throw SqlFailures.beforeCommit(e);
        }
    }

    /** Whether sessions of this user may take the role that cannot touch history. */
    static boolean hasSessionRole(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select pg_has_role(oid, 'member') from pg_roles where rolname = '" + SESSION_ROLE + "'")) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
