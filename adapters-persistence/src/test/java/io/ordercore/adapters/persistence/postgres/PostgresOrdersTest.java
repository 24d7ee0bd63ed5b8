package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.application.testkit.Marketplace.confirmed;
import static io.ordercore.domain.testkit.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.application.testkit.OrdersContract;
import io.ordercore.domain.order.Order;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresOrdersTest extends OrdersContract {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Override
    protected Store store() {
        return postgres.store();
    }

    @Test
    void a_document_from_before_it_was_text_is_read_and_then_written_as_text() throws SQLException {
        Marketplace marketplace = new Marketplace(store()).sells("kettle", "99.00", 10);
        Order placed = marketplace.place(1, line("kettle", 2, "99.00"));
        postgres.tamper("update orders set document = content::jsonb, content = null");

        assertThat(store().orders().find(placed.id()).map(Order::snapshot)).contains(placed.snapshot());
        Order paid = marketplace.save(confirmed(placed));
        assertThat(store().orders().find(placed.id()).map(Order::snapshot)).contains(paid.snapshot());
    }
}
