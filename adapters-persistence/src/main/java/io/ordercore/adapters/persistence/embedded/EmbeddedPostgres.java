package io.ordercore.adapters.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A running PostgreSQL of our own: listens on the loopback address only, on a port it was given by the system, with a random
 * password kept in its directory (owner-readable). Nothing need be installed; any host locale will do.
 *
 * <p>It outlives nothing: {@link #close()} stops it and waits. When the process died instead, the next {@code start} on the
 * same directory ends what is left over and carries on with every committed row.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String DATABASE = "ordercore";
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final DirectoryLock lock;
    private final Cluster cluster;
    private final Postmaster postmaster;
    private final int port;
    private final @Nullable Thread atExit;
    private final @Nullable EachSecond care;

    private EmbeddedPostgres(
            DirectoryLock lock,
            Cluster cluster,
            Postmaster postmaster,
            int port,
            @Nullable EachSecond care,
            boolean temporary) {
        this.lock = lock;
        this.cluster = cluster;
        this.postmaster = postmaster;
        this.port = port;
        this.atExit = temporary ? new Thread(this::discard, "embedded-postgres-exit") : null;
        this.care = care;
    }

    /**
     * Starts a durable PostgreSQL ({@code fsync} and {@code synchronous_commit} on) whose binaries and data live in the given
     * directory, made when missing. Closing is the caller's: no shutdown hook is added, so that a server can finish its
     * requests first.
     *
     * @throws EmbeddedPostgresException when the directory is in use by another process, or PostgreSQL does not start
     */
    public static EmbeddedPostgres start(Path directory) {
        try {
            Path home = Files.createDirectories(directory).toRealPath();
            DirectoryLock lock = DirectoryLock.take(home);
            try {
                Path binaries = PostgresBinaries.unpackedIn(home.resolve("binaries"));
                PostgresUser user = PostgresUser.owning(home, binaries);
                Cluster cluster = new Cluster(home, binaries, user, Durability.EVERY_COMMIT);
                return launch(lock, cluster, false);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (AccessDeniedException e) {
            throw new EmbeddedPostgresException(
                    "No permission for " + e.getFile() + "; start as its owner, or choose another data directory.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts an empty PostgreSQL for tests, quickly: the first call on a machine prepares a template in the temporary
     * directory, later ones copy it. It is <strong>not durable</strong> ({@code fsync} off) and vanishes on {@link #close()}
     * or when the JVM exits.
     */
    public static EmbeddedPostgres temporary() {
        try {
            DirectoryLock lock = TemporaryHomes.make();
            Path home = lock.directory();
            Path binaries = TemporaryHomes.binaries();
            PostgresUser user = PostgresUser.owning(home, binaries);
            EmbeddedPostgres postgres =
                    launch(lock, new Cluster(home, binaries, user, Durability.NONE_FOR_TESTS), true);
            if (postgres.atExit != null) {
                Runtime.getRuntime().addShutdownHook(postgres.atExit);
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres launch(DirectoryLock lock, Cluster cluster, boolean temporary) throws IOException {
        Postmaster postmaster = new Postmaster(cluster);
        postmaster.endLeftover();
        cluster.prepare();
        int port = postmaster.start();
        EachSecond care = temporary ? null : care(cluster, postmaster);
        return new EmbeddedPostgres(lock, cluster, postmaster, port, care, temporary);
    }

    private static EachSecond care(Cluster cluster, Postmaster postmaster) throws IOException {
        Writeback writeback = Writeback.of(cluster, postmaster::startOver);
        Yielding yielding = new Yielding(Path.of("/proc"), postmaster.pid().orElseThrow());
        return EachSecond.beginning(writeback::writeOut, yielding::tell);
    }

    /** Where the {@code ordercore} database is, as {@code jdbc:postgresql://127.0.0.1:<port>/ordercore}. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** The database's owner, allowed everything in this cluster. */
    public String user() {
        return Cluster.USER;
    }

    /** The password of {@link #user()}, 43 characters made at the first start. */
    public String password() {
        return cluster.password();
    }

    /** The TCP port on 127.0.0.1; another one after each start. */
    public int port() {
        return port;
    }

    /**
     * Makes one more, empty database in this cluster, so that many tests can share a PostgreSQL.
     *
     * @param name lower-case letters, digits and underscores
     * @return its JDBC URL
     * @throws EmbeddedPostgresException when it exists
     */
    public String createDatabase(String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a database name is lower-case letters, digits, underscores: " + name);
        }
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), user(), password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new EmbeddedPostgresException("Cannot create the database " + name + ".", e);
        }
        return jdbcUrl(name);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** As a crash of one of its processes does: whatever was committed stays. */
    void startOver() {
        postmaster.startOver();
    }

    /** Ends every session, writes a checkpoint and stops; a temporary one is deleted too. Closing twice is harmless. */
    @Override
    public void close() {
        if (atExit == null) {
            stop();
            return;
        }
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running, or about to: it finds everything done.
        }
    }

    private synchronized void stop() {
        if (care != null) {
            care.close();
        }
        postmaster.stop();
        lock.close();
    }

    private synchronized void discard() {
        stop();
        TemporaryHomes.delete(cluster.home());
    }
}
