package io.ordercore.adapters.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the store. */
public final class PostgresSchema {
    /** Not Flyway's usual place, where Spring Boot and others look. */
    static final String SCRIPTS = "classpath:io/ordercore/db";

    static final String SESSION_ROLE = "ordercore_app";

    private PostgresSchema() {}

    /**
     * Brings the tables up to date, in the connection's current schema; what others keep there is left alone: the scripts lie in
     * a place of their own and are noted in a table of their own, so Flyway may serve the embedder's tables too. Connect as the
     * tables' owner. Any number of nodes may do so at once.
     */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .locations(SCRIPTS)
                .table("ordercore_migration")
                // Capabilities number their scripts apart, so a lower number may come later.
                .outOfOrder(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
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
