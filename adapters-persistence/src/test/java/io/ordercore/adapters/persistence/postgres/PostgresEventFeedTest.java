package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.domain.testkit.Fixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.EventFeedContract;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresEventFeedTest extends EventFeedContract {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Override
    protected Store store() {
        return postgres.store();
    }

    @Test
    void an_event_that_only_a_later_version_knows_is_moved_over() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 10).place(1, line("kettle", 1, "99.00"));
        try (Connection connection = postgres.owner().getConnection()) {
            Sql.update(
                    connection,
                    "insert into order_event (" + OrderEvents.COLUMNS + ", hash)"
                            + " select purchase_id, number, 2, 'TELEPORTED', actor, actor_role, actor_channel, reason, at, facts, hash"
                            + " from order_event");
        }
        List<OrderEvent> given = new ArrayList<>();
        Set<OrderEventType> wanted = Set.of(OrderEventType.PLACED);

        assertThat(postgres.store().events().deliver("credit", wanted, 9, given::addAll))
                .isEqualTo(2);
        assertThat(given).extracting(OrderEvent::type).containsExactly(OrderEventType.PLACED);
    }
}
