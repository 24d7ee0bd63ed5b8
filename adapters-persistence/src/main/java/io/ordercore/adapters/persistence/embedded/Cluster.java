package io.ordercore.adapters.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * The files of one PostgreSQL under its home directory: {@code cluster/} (PGDATA), {@code binaries/}, {@code password} (0600),
 * {@code port} and {@code postgres.log}. Initialised aside and moved into place, so a crash midway leaves no half cluster.
 */
final class Cluster {
    static final String DIRECTORY = "cluster";
    static final String USER = "ordercore";
    private static final String SETTINGS = "ordercore.conf";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** Same on every host: the collation is PostgreSQL's own C.UTF-8, the libc's locale is never asked. */
    private static final List<String> INITDB = List.of(
            "--username=" + USER,
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--auth=scram-sha-256",
            "--no-instructions");

    private static final String COMMON_SETTINGS = """
            # Written at every start; put your own settings into local.conf.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            max_connections = 60
            effective_cache_size = 1GB
            work_mem = 8MB
            maintenance_work_mem = 64MB
            wal_compression = on
            checkpoint_timeout = 15min
            checkpoint_completion_target = 0.9
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            # An error's detail would repeat the row, and a row may hold personal data.
            log_error_verbosity = terse
            log_min_error_statement = panic
            log_parameter_max_length_on_error = 0
            log_checkpoints = off
            """;

    private final Path home;
    private final Path binaries;
    private final PostgresUser user;
    private final Durability durability;

    Cluster(Path home, Path binaries, PostgresUser user, Durability durability) {
        this.home = home;
        this.binaries = binaries;
        this.user = user;
        this.durability = durability;
    }

    Path home() {
        return home;
    }

    /** PGDATA. */
    Path data() {
        return home.resolve(DIRECTORY);
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    String password() {
        try {
            return Files.readString(home.resolve("password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command line of one of PostgreSQL's programs. */
    List<String> program(String name, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(binaries.resolve("bin").resolve(name).toString());
        command.addAll(arguments);
        return user.running(command.toArray(String[]::new));
    }

    /** Makes the cluster with its database unless it is there. */
    void prepare() throws IOException {
        if (Files.exists(data())) {
            return;
        }
        writePrivately(home.resolve("password"), randomPassword());
        Path making = home.resolve(DIRECTORY + ".new");
        FileTrees.delete(making);
        Files.createDirectory(
                making, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.own(making);
        Path passwordFile = home.resolve("password.new");
        writePrivately(passwordFile, password());
        user.own(passwordFile);
        List<String> arguments = new ArrayList<>(INITDB);
        // A random password needs no stretching, and every connection would pay for it.
        arguments.addAll(List.of("--pwfile=" + passwordFile, "--pgdata=" + making, "--set=scram_iterations=1"));
        Commands.run(program("initdb", arguments), "");
        Files.delete(passwordFile);
        Files.writeString(making.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Path main = making.resolve("postgresql.conf");
        Files.writeString(
                main, Files.readString(main) + "\ninclude '" + SETTINGS + "'\ninclude_if_exists 'local.conf'\n");
        Files.writeString(making.resolve(SETTINGS), "");
        Commands.run(
                program("postgres", List.of("--single", "-D", making.toString(), "postgres")),
                "create database ordercore\n");
        user.own(making);
        Files.move(making, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes the settings this program wants; a {@code local.conf} beside them has the last word. */
    void configure(int port) throws IOException {
        Path settings = data().resolve(SETTINGS);
        Files.writeString(settings, COMMON_SETTINGS.formatted(port) + durability.settings());
        user.own(settings);
        if (!Files.exists(log())) {
            Files.createFile(log());
        }
        user.own(log());
        Files.writeString(home.resolve("port"), port + "\n");
    }

    private static String randomPassword() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(file, text);
    }
}
