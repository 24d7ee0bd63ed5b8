package io.ordercore.bootstrap.bench;

import io.ordercore.adapters.persistence.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A durable PostgreSQL of the benchmark's own, with a database for pgbench and one for the server. */
final class BenchDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final Path home;
    private final String url;
    private final String floorUrl;

    private BenchDatabase(EmbeddedPostgres postgres, Path home) {
        this.postgres = postgres;
        this.home = home;
        this.url = postgres.jdbcUrl();
        this.floorUrl = postgres.createDatabase("floor");
    }

    /** In a directory that has none yet. */
    static BenchDatabase in(Path directory) {
        Path home = directory.resolve("postgres");
        return new BenchDatabase(EmbeddedPostgres.start(home), home);
    }

    String url() {
        return url;
    }

    String floorUrl() {
        return floorUrl;
    }

    String user() {
        return postgres.user();
    }

    String password() {
        return postgres.password();
    }

    int port() {
        return postgres.port();
    }

    /** The postmaster's process id. */
    long pid() {
        try {
            return Long.parseLong(Files.readAllLines(home.resolve("cluster").resolve("postmaster.pid"))
                    .get(0)
                    .strip());
        } catch (IOException e) {
            throw new BenchException("cannot find the postmaster", e);
        }
    }

    /** Runs statements one after the other, each ended by a semicolon at the end of a line. */
    void run(String database, String script) {
        try (Connection connection = DriverManager.getConnection(database, user(), password());
                Statement statement = connection.createStatement()) {
            for (String sql : script.split(";\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new BenchException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    /** The one number a query of the server's database answers. */
    long number(String sql) {
        return Long.parseLong(texts(sql).get(0));
    }

    /** The first column of a query of the server's database. */
    List<String> texts(String sql) {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user(), password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new BenchException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
        return found;
    }

    /** Settles what earlier runs left to be written, so that the next one does not pay for it. */
    void settle() {
        run(url, "vacuum stock;\ncheckpoint;\n");
    }

    @Override
    public void close() {
        postgres.close();
    }
}
