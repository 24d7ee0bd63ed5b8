package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.application.testkit.Marketplace.cancelled;
import static io.ordercore.application.testkit.Marketplace.confirmed;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.adapters.persistence.postgres.HistoryAudit.Break;
import io.ordercore.adapters.persistence.postgres.HistoryAudit.Reason;
import io.ordercore.application.testkit.Marketplace;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class HistoryTest {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @BeforeEach
    void three_orders_with_a_past() {
        Marketplace marketplace = new Marketplace(postgres.store()).sells("kettle", "99.00", 10);
        for (int n = 1; n <= 3; n++) {
            marketplace.save(cancelled(marketplace.save(confirmed(marketplace.place(n, line("kettle", 1, "99.00"))))));
        }
    }

    @Test
    void an_untouched_history_is_found_whole() {
        HistoryAudit.Report report = HistoryAudit.of(postgres.dataSource()).verify();

        assertThat(report.firstBreak()).isEmpty();
        assertThat(report.orders()).isEqualTo(3);
        assertThat(report.events()).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({
        "update order_event set facts = '{\"total\":\"CNY 9.00\"}' where sequence = 1, 1, CHANGED",
        "update order_event set actor = 'wang' where sequence = 4, 4, CHANGED",
        "update order_event set type = 'NOTHING' where sequence = 4, 4, CHANGED",
        "delete from order_event where sequence = 3, 3, GAP",
        "delete from order_event where sequence = 1, 1, GAP",
        "delete from order_event where sequence = 5, 4, OTHER_END",
        "update orders set history_head = '\\x00', 5, OTHER_END",
        "delete from orders, 1, NO_ORDER"
    })
    void a_broken_history_is_found_and_its_first_broken_row_named(String tampering, long sequence, Reason reason)
            throws SQLException {
        String condition = tampering.contains(" where ") ? " and " : " where ";
        postgres.tamper(tampering + condition + "purchase_id = '" + purchase(2) + "'");
        HistoryAudit.Report report = HistoryAudit.of(postgres.dataSource()).verify();

        assertThat(report.firstBreak()).contains(new Break(order(2), sequence, reason));
    }

    @Test
    void an_order_without_any_history_is_found() throws SQLException {
        postgres.tamper("delete from order_event where purchase_id = '" + purchase(3) + "'");
        assertThat(HistoryAudit.of(postgres.dataSource()).verify().firstBreak())
                .contains(new Break(order(3), 1, Reason.OTHER_END));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update order_event set actor = 'wang'",
                "delete from order_event",
                "truncate order_event",
                "drop table order_event",
                "alter table order_event disable trigger all"
            })
    void the_servers_sessions_cannot_touch_it(String command) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection()) {
            assertThatThrownBy(() -> Sql.update(connection, command))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update order_event set actor = 'wang'", "delete from order_event", "truncate order_event"})
    void even_the_owner_is_stopped_by_the_trigger(String command) throws SQLException {
        try (Connection connection = postgres.owner().getConnection()) {
            assertThatThrownBy(() -> Sql.update(connection, command)).hasMessageContaining("history is only added to");
        }
    }
}
