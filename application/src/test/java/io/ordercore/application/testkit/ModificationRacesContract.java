package io.ordercore.application.testkit;

import static io.ordercore.application.testkit.ChangeDesk.accepted;
import static io.ordercore.application.testkit.ChangeDesk.first;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.Ordercore;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.modification.RequestModification;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.order.FulfilmentStatus;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.stock.StockItem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many who want to change the same at once, on any store: one of them does. */
public abstract class ModificationRacesContract extends StoreContract {
    private static final int RIVALS = 100;
    private static final int RACES = Integer.getInteger("ordercore.races", 500);

    private Ordercore core;
    private ChangeDesk desk;

    @BeforeEach
    void buildTheCore() {
        core = Ordercore.on(store)
                .payments(new SimulatedPaymentGateway(URI.create("http://localhost/challenges/")))
                .clock(new TestClock(() -> TUESDAY_MORNING.plusSeconds(60)))
                .build();
        desk = new ChangeDesk(store, marketplace, core);
        marketplace.sells("blue-kettle", "99.00", 2L * RACES);
    }

    @Test
    void of_a_hundred_rivals_for_the_last_unit_one_gets_it() throws Exception {
        marketplace.sells("green-kettle", "99.00", 1);
        List<Order> orders = new ArrayList<>();
        for (int i = 1; i <= RIVALS; i++) {
            orders.add(desk.paid(i));
        }

        int won = 0;
        for (Boolean swapped : together(orders.stream()
                .<Callable<Boolean>>map(order -> () -> swapped(order, "green-kettle"))
                .toList())) {
            won += swapped ? 1 : 0;
        }

        assertThat(won).isEqualTo(1);
        StockItem item = store.stock().find(new Sku("green-kettle")).orElseThrow();
        assertThat(item.reserved()).isEqualTo(1);
        assertThat(marketplace.reserved("blue-kettle")).isEqualTo(2L * RIVALS - 1);
    }

    @Test
    void a_change_and_a_ship_confirmation_never_both_win() throws Exception {
        List<Callable<Order>> preparations = new ArrayList<>();
        for (int i = 1; i <= RACES; i++) {
            int n = i;
            preparations.add(() -> desk.packed(n));
        }
        List<Callable<Boolean>> races = new ArrayList<>();
        List<ChangeSet> asked = new ArrayList<>();
        for (Order order : together(preparations)) {
            ChangeSet change = accepted(desk.ask(order, LI_HERSELF, true, RequestedChange.cancel()));
            asked.add(change);
            races.add(
                    () -> tried(() -> core.modifications().answerModification().approve(change.id(), WAREHOUSE)));
            races.add(() ->
                    tried(() -> core.fulfilment().fulfilOrder().handOver(first(order), "sf", "SF12345678", WAREHOUSE)));
        }

        together(races);

        for (ChangeSet change : asked) {
            Order after = store.orders().find(change.order()).orElseThrow();
            boolean shipped = after.fulfilmentStatus() == FulfilmentStatus.SHIPPED;
            boolean changed = desk.changeSet(change).status() == ChangeSetStatus.APPLIED;
            assertThat(shipped).as("%s", change).isNotEqualTo(changed);
            assertThat(after.status()).isEqualTo(changed ? OrderStatus.CANCELLED : OrderStatus.CONFIRMED);
        }
    }

    private boolean swapped(Order order, String to) {
        try {
            return desk.ask(order, LI_HERSELF, true, RequestedChange.swap(1, 1, new Sku(to)))
                    .<Boolean>decide(new RequestModification.Outcome.Cases<>() {
                        @Override
                        public Boolean asked(ChangeSet changeSet) {
                            return changeSet.status() == ChangeSetStatus.APPLIED;
                        }

                        @Override
                        public Boolean refused(Quote quote) {
                            return false;
                        }

                        @Override
                        public Boolean alreadyOpen(ChangeSet other) {
                            return false;
                        }
                    });
        } catch (StaleVersionException takenMeanwhile) {
            return false;
        }
    }

    private static boolean tried(Callable<?> what) throws Exception {
        try {
            what.call();
            return true;
        } catch (StaleVersionException somebodyElseWasFaster) {
            return false;
        }
    }

    private static <T> List<T> together(List<Callable<T>> all) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(all)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
