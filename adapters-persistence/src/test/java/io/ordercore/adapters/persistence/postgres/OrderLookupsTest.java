package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StoreUnavailableException;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OrderLookupsTest {
    private static final int READERS = 16;
    private static final int ORDERS = 10;

    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    private final ExecutorService readers = Executors.newFixedThreadPool(READERS);

    @AfterEach
    void stop() {
        readers.shutdownNow();
    }

    @Test
    void each_of_many_readers_gets_the_order_it_asked_for_or_none() throws Exception {
        place();
        List<Callable<Boolean>> reads = new ArrayList<>();
        for (int n = 0; n < READERS; n++) {
            int from = n;
            reads.add(() -> {
                for (int i = 0; i < 100; i++) {
                    int wanted = (from + i) % (ORDERS + 2);
                    OrderId id = wanted > ORDERS ? new OrderId(purchase(1), 2) : order(wanted);
                    boolean there = wanted >= 1 && wanted <= ORDERS;
                    Optional<OrderId> found = postgres.store().orders().find(id).map(Order::id);
                    assertThat(found).isEqualTo(there ? Optional.of(id) : Optional.empty());
                }
                return true;
            });
        }
        for (Future<Boolean> read : readers.invokeAll(reads, 60, TimeUnit.SECONDS)) {
            assertThat(read.get()).isTrue();
        }
    }

    @Test
    void who_asks_after_a_change_sees_it() {
        place();
        for (int n = 1; n <= ORDERS; n++) {
            Order placed = postgres.store().orders().find(order(n)).orElseThrow();
            new Marketplace(postgres.store()).save(Marketplace.confirmed(placed));
            assertThat(postgres.store().orders().find(order(n)).orElseThrow().version())
                    .isEqualTo(placed.version() + 1);
        }
    }

    @Test
    void when_the_database_is_gone_everybody_who_asked_is_told() throws Exception {
        AtomicBoolean gone = new AtomicBoolean();
        LossyDataSource source = new LossyDataSource(postgres.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (gone.get()) {
                    throw new SQLException("gone", "08006");
                }
                return super.getConnection();
            }
        };
        OrderLookups lookups = new OrderLookups(new PostgresTransactions(source));
        gone.set(true);
        List<Future<Optional<OrderRow>>> asked = new ArrayList<>();
        for (int n = 0; n < READERS; n++) {
            asked.add(readers.submit(() -> lookups.find(order(1))));
        }
        for (Future<Optional<OrderRow>> one : asked) {
            assertThatThrownBy(() -> one.get(60, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(StoreUnavailableException.class);
        }
        gone.set(false);
        assertThat(lookups.find(order(1))).isEmpty();
    }

    private void place() {
        Marketplace marketplace = new Marketplace(postgres.store()).sells("kettle", "99.00", ORDERS);
        for (int n = 1; n <= ORDERS; n++) {
            marketplace.place(n, line("kettle", 1, "99.00"));
        }
    }
}
