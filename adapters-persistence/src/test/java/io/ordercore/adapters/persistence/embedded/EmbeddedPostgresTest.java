package io.ordercore.adapters.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedPostgresTest {
    /** One for all tests: unpacking and initialising take seconds, and each test must cope with what the last one left. */
    @TempDir
    static Path directory;

    @Test
    void keeps_what_was_committed_over_a_restart_and_is_durable() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(
                            postgres,
                            "select concat(datcollate, datlocprovider, datlocale) from pg_database"
                                    + " where datname = 'ordercore'"))
                    .isEqualTo("CbC.UTF-8");
            run(postgres, "create table restarted as select 'kettle' as sku");
        }
        try (EmbeddedPostgres again = EmbeddedPostgres.start(directory)) {
            assertThat(ask(again, "select sku from restarted")).isEqualTo("kettle");
        }
    }

    @Test
    void its_priority_is_lower_than_ours() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(niceness(ask(postgres, "select pg_read_file('/proc/self/stat')")))
                    .isEqualTo(Math.min(19, niceness(Files.readString(Path.of("/proc/self/stat"))) + 10));
        }
    }

    /** The nineteenth field of proc(5)'s stat; the second, in brackets, may hold spaces. */
    private static int niceness(String stat) {
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", 18)[16]);
    }

    @Test
    void a_directory_in_use_is_refused_in_one_sentence() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(postgres.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("Another process is using the database");
        }
    }

    @Test
    void an_orphaned_postmaster_is_ended_and_its_committed_rows_are_there() throws Exception {
        Process owner = OtherProcess.running(Owner.class, directory);
        long orphan;
        try (var output = owner.inputReader()) {
            orphan = Long.parseLong(output.readLine());
        }
        owner.destroyForcibly().waitFor();
        assertThat(isPostgres(orphan)).isTrue();
        try (EmbeddedPostgres again = EmbeddedPostgres.start(directory)) {
            assertThat(isPostgres(orphan)).isFalse();
            assertThat(ask(again, "select sku from orphaned")).isEqualTo("kettle");
        }
    }

    @Test
    void starting_over_loses_nothing_that_was_committed() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            String before = ask(postgres, "select pg_postmaster_start_time()");
            run(postgres, "create table started_over as select 'kettle' as sku");
            try (Connection session = connect(postgres)) {
                postgres.startOver();
                while (session.isValid(1)) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            }
            assertThat(onceReady(postgres, "select sku from started_over")).isEqualTo("kettle");
            assertThat(ask(postgres, "select pg_postmaster_start_time()")).isEqualTo(before);
        }
    }

    private static String onceReady(EmbeddedPostgres postgres, String query) throws Exception {
        for (int i = 0; i < 1_000; i++) {
            try {
                return ask(postgres, query);
            } catch (SQLException recovering) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        return ask(postgres, query);
    }

    @Test
    void a_pid_file_naming_a_stranger_is_cleared_and_the_stranger_lives() throws Exception {
        EmbeddedPostgres.start(directory).close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    directory.resolve("cluster/postmaster.pid"),
                    stranger.pid() + "\n" + directory.resolve("cluster") + "\n0\n5432\n\n127.0.0.1\n");
            try (EmbeddedPostgres again = EmbeddedPostgres.start(directory)) {
                assertThat(ask(again, "select 1")).isEqualTo("1");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void temporary_ones_stand_side_by_side_and_leave_nothing() throws Exception {
        Path home;
        try (EmbeddedPostgres one = EmbeddedPostgres.temporary();
                EmbeddedPostgres other = EmbeddedPostgres.temporary()) {
            run(one, "create table t as select 1");
            assertThat(ask(other, "select count(*) from pg_tables where tablename = 't'"))
                    .isEqualTo("0");
            home = Path.of(ask(one, "show data_directory")).getParent();
            assertThat(home).isDirectory();
            assertThat(one.createDatabase("fresh")).endsWith("/fresh");
            assertThatThrownBy(() -> one.createDatabase("a; drop table x"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(home).doesNotExist();
    }

    @Test
    void a_wrong_password_opens_nothing_and_the_right_one_is_the_owners_alone() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(directory.resolve("password")))
                    .hasSize(2);
        }
    }

    /** A dead process may stay listed until its parent asks for it, but it has no memory any more. */
    private static boolean isPostgres(long pid) throws IOException {
        Path command = Path.of("/proc", Long.toString(pid), "cmdline");
        return Files.exists(command) && Files.readString(command).contains("postgres");
    }

    private static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = connect(postgres);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(EmbeddedPostgres postgres, String command) throws SQLException {
        try (Connection connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    /** A process to be killed: prints the postmaster's pid and waits. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
            EmbeddedPostgresTest.run(postgres, "create table orphaned as select 'kettle' as sku");
            System.out.println(Files.readAllLines(Path.of(arguments[0], "cluster", "postmaster.pid"))
                    .get(0));
            TimeUnit.MINUTES.sleep(10);
        }
    }
}
