package io.ordercore.adapters.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** From beginning to closing every commit waits for a synchronous standby that does not exist. */
final class StandbyGone implements AutoCloseable {
    private final DataSource owner;

    StandbyGone(DataSource owner) {
        this.owner = owner;
    }

    void begin() throws SQLException {
        run("alter system set synchronous_standby_names = 'nobody'");
        run("select pg_reload_conf()");
    }

    private void run(String command) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public void close() throws SQLException {
        run("alter system reset synchronous_standby_names");
        run("select pg_reload_conf()");
    }
}
