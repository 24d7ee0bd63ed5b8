package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.CommandKey;
import io.ordercore.application.Ordercore;
import io.ordercore.application.Store;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.application.testkit.MovableClock;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.stock.StockItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deadlines on several nodes, over restarts and with clocks that jump. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class DeadlinesTest {
    private static final int ORDERS = 40;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration UNPAID = OrderTerms.STANDARD.payWithin();

    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    private final MovableClock clock = new MovableClock(TUESDAY_MORNING);
    private final CountingBank bank = new CountingBank();

    @BeforeEach
    void kettles() {
        new Marketplace(postgres.store()).sells("kettle", "99.00", ORDERS);
    }

    @AfterEach
    void historyIsWhole() {
        assertThat(HistoryAudit.of(postgres.dataSource()).verify().firstBreak()).isEmpty();
    }

    @Test
    void two_nodes_at_once_meet_each_deadline_once() throws Exception {
        place(ORDERS);
        clock.forward(UNPAID);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try (PostgresStore other = PostgresStore.on(postgres.dataSource(), TestPostgres.KEYS)) {
            CyclicBarrier together = new CyclicBarrier(4);
            List<Callable<Integer>> sweeps = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(n -> () -> {
                        Ordercore node = core(n % 2 == 0 ? postgres.store() : other);
                        together.await();
                        int met = 0;
                        for (int round = 0; round < 20; round++) {
                            met += node.orders().meetDeadlines().meet(3);
                        }
                        return met;
                    })
                    .toList();
            int met = 0;
            for (Future<Integer> sweep : nodes.invokeAll(sweeps, 60, TimeUnit.SECONDS)) {
                met += sweep.get();
            }
            assertThat(met).isEqualTo(ORDERS);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(IntStream.rangeClosed(1, ORDERS).mapToObj(this::history))
                .allSatisfy(
                        events -> assertThat(events).containsExactly(OrderEventType.PLACED, OrderEventType.EXPIRED));
        assertThat(kettle().reserved()).isZero();
        assertThat(kettle().onHand()).isEqualTo(ORDERS);
    }

    @Test
    void an_unpaid_order_expires_after_a_restart_and_its_goods_are_free() {
        place(1);
        clock.forward(UNPAID);
        postgres.restart();

        assertThat(meet()).isEqualTo(1);
        assertThat(meet()).isZero();
        assertThat(history(1)).containsExactly(OrderEventType.PLACED, OrderEventType.EXPIRED);
        assertThat(kettle().reserved()).isZero();
    }

    @Test
    void receipt_counts_as_confirmed_after_a_restart_and_so_does_closing() {
        place(1);
        pay();
        deliver();
        clock.forward(OrderTerms.STANDARD.receiveWithin());
        postgres.restart();

        assertThat(meet()).isEqualTo(1);
        assertThat(status()).isEqualTo(OrderStatus.COMPLETED);
        clock.forward(OrderTerms.STANDARD.closeAfter());
        postgres.restart();
        assertThat(meet()).isEqualTo(1);
        assertThat(meet()).isZero();
        assertThat(status()).isEqualTo(OrderStatus.CLOSED);
    }

    @Test
    void a_clock_an_hour_ahead_and_back_loses_no_unit_and_no_money() {
        place(2);
        clock.forward(HOUR);
        assertThat(meet()).isEqualTo(2);
        clock.forward(HOUR.negated());
        pay();

        assertThat(bank.taken)
                .as("too late by the clock that was: nothing is due")
                .isEmpty();
        assertThat(meet()).isZero();
        assertThat(history(1)).containsExactly(OrderEventType.PLACED, OrderEventType.EXPIRED);
        assertThat(kettle().reserved()).isZero();
        new Marketplace(postgres.store()).place(3, line("kettle", ORDERS, "99.00"));
        assertThat(kettle().reserved()).isEqualTo(ORDERS);
    }

    @Test
    void a_clock_an_hour_behind_meets_deadlines_late_but_once() {
        place(1);
        clock.forward(HOUR.negated());
        assertThat(meet()).isZero();
        pay();
        assertThat(status()).isEqualTo(OrderStatus.CONFIRMED);
        deliver();
        clock.forward(HOUR);
        assertThat(meet()).isZero();
        clock.forward(OrderTerms.STANDARD.receiveWithin());

        assertThat(meet()).isEqualTo(1);
        assertThat(meet()).isZero();
        assertThat(status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(bank.taken).hasSize(1);
    }

    private void place(int orders) {
        Marketplace marketplace = new Marketplace(postgres.store());
        for (int n = 1; n <= orders; n++) {
            marketplace.place(n, line("kettle", 1, "99.00"));
        }
    }

    private void pay() {
        core(postgres.store())
                .payments()
                .payPurchase()
                .pay(new PayPurchase.Command(
                        order(1).purchase(), "tok_ok", new CommandKey("li", "pay"), "pay", LI_HERSELF));
    }

    private void deliver() {
        FulfilOrder warehouse = core(postgres.store()).fulfilment().fulfilOrder();
        FulfilmentId parcel = new FulfilmentId(order(1), 1);
        warehouse.release(order(1), Map.of(), null, WAREHOUSE);
        warehouse.pick(parcel, WAREHOUSE);
        warehouse.pack(parcel, WAREHOUSE);
        warehouse.handOver(parcel, "sf-express", "SF1234567890123", WAREHOUSE);
        warehouse.deliver(parcel, WAREHOUSE);
    }

    private int meet() {
        return core(postgres.store()).orders().meetDeadlines().meet(100);
    }

    private Ordercore core(Store store) {
        return Ordercore.on(store).payments(bank).clock(clock).build();
    }

    private OrderStatus status() {
        return postgres.store().orders().find(order(1)).orElseThrow().status();
    }

    private List<OrderEventType> history(int n) {
        return postgres.store().orders().history(order(n), 0).stream()
                .map(OrderEvent::type)
                .toList();
    }

    private StockItem kettle() {
        return postgres.store().stock().find(new Sku("kettle")).orElseThrow();
    }
}
