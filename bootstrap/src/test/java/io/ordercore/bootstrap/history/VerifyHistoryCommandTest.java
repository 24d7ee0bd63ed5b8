package io.ordercore.bootstrap.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.adapters.persistence.embedded.EmbeddedPostgres;
import io.ordercore.adapters.persistence.postgres.HistoryDigests;
import io.ordercore.adapters.persistence.postgres.HistoryKeys;
import io.ordercore.adapters.persistence.postgres.PersonalDataKeys;
import io.ordercore.adapters.persistence.postgres.PostgresPool;
import io.ordercore.adapters.persistence.postgres.PostgresStore;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.testkit.Fixtures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VerifyHistoryCommandTest {
    private final StringWriter out = new StringWriter();

    @Test
    void a_row_broken_through_the_owners_role_is_named() throws SQLException {
        HistoryKeys keys = HistoryKeys.generate();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
                PostgresPool pool = PostgresPool.open(postgres.jdbcUrl(), postgres.user(), postgres.password(), 5);
                PostgresStore store = PostgresStore.on(pool.dataSource(), PersonalDataKeys.generate())) {
            Marketplace marketplace = new Marketplace(store).sells("kettle", "99.00", 10);
            Order order = marketplace.place(1, Fixtures.line("kettle", 1, "99.00"));
            HistoryDigests.on(pool.dataSource(), keys).sign(Fixtures.TUESDAY_MORNING);
            assertThat(VerifyHistoryCommand.verify(pool.dataSource(), keys, new PrintWriter(out)))
                    .isZero();
            assertThat(out.toString()).contains("1 orders, 1 events", "1 signed digests", "whole");

            try (Connection owner =
                            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                    Statement statement = owner.createStatement()) {
                statement.execute("set session_replication_role = replica");
                statement.execute("update order_event set actor = 'somebody-else'");
            }
            assertThat(VerifyHistoryCommand.verify(pool.dataSource(), keys, new PrintWriter(out)))
                    .isEqualTo(1);
            assertThat(out.toString()).contains("BROKEN order " + order.id() + ", event 1: CHANGED", "NOT WHOLE");
        }
    }
}
