package io.ordercore.adapters.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PostgresSchemaTest {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Test
    void no_script_lies_where_an_embedders_own_flyway_would_find_it() throws IOException {
        Path resources = resources();
        try (Stream<Path> all = Files.walk(resources)) {
            List<Path> scripts =
                    all.filter(file -> file.toString().endsWith(".sql")).toList();
            assertThat(scripts)
                    .isNotEmpty()
                    .allSatisfy(
                            script -> assertThat(script.getParent()).isEqualTo(resources.resolve("io/ordercore/db")));
        }
    }

    @Test
    void a_script_with_a_lower_number_may_come_later() throws SQLException {
        PGSimpleDataSource elsewhere = postgres.owner();
        elsewhere.setCurrentSchema("late_scripts");
        try (Connection connection = elsewhere.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists late_scripts cascade");
            statement.execute("create schema late_scripts");
            PostgresSchema.migrate(elsewhere);
            statement.execute("drop table scheduled_tasks");
            statement.execute("delete from ordercore_migration where version = '5'");
            statement.execute("comment on table ordercore_migration is 'the scripts of an earlier release'");

            PostgresSchema.migrate(elsewhere);

            assertThat(Sql.one(connection, "select count(*) from scheduled_tasks", row -> row.getInt(1)))
                    .contains(0);
            statement.execute("drop schema late_scripts cascade");
        }
    }

    @Test
    void scripts_that_were_run_are_known_by_their_fingerprint_in_their_own_schema() throws SQLException {
        PGSimpleDataSource elsewhere = postgres.owner();
        elsewhere.setCurrentSchema("fingerprint,public");
        try (Connection connection = elsewhere.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists fingerprint cascade");
            statement.execute("create schema fingerprint");
            assertThat(noted(connection, "public")).hasSize(64);

            PostgresSchema.migrate(elsewhere);
            assertThat(noted(connection, "fingerprint")).isEqualTo(noted(connection, "public"));

            assertThat(noted(connection, "public")).isEqualTo(SchemaScripts.fingerprint("io/ordercore/db"));
            assertThat(SchemaScripts.fingerprint("io/ordercore/nothing")).isEmpty();
            statement.execute("drop schema fingerprint cascade");
        }
    }

    private static String noted(Connection connection, String schema) throws SQLException {
        String comment = "select obj_description('" + schema + ".ordercore_migration'::regclass, 'pg_class')";
        return Sql.one(connection, comment, row -> row.getString(1)).orElse("");
    }

    private static Path resources() {
        Path here = Path.of("").toAbsolutePath();
        Path module = here.endsWith("adapters-persistence") ? here : here.resolve("adapters-persistence");
        return module.resolve("src/main/resources");
    }
}
