package io.ordercore.application.testkit;

import static io.ordercore.application.testkit.Marketplace.changed;
import static io.ordercore.application.testkit.Marketplace.confirmed;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.order.EventFeed} promises. */
public abstract class EventFeedContract extends StoreContract {
    private static final int CHANGES = 25;

    @Test
    void each_consumer_is_given_every_event_once_in_order() {
        marketplace.sells("kettle", "99.00", 10);
        marketplace.save(confirmed(marketplace.place(1, line("kettle", 1, "99.00"))));
        marketplace.place(2, line("kettle", 1, "99.00"));

        assertThat(all("notices"))
                .extracting(OrderEvent::type)
                .containsExactly(OrderEventType.PLACED, OrderEventType.CONFIRMED, OrderEventType.PLACED);
        assertThat(all("notices")).isEmpty();
        assertThat(all("stream")).hasSize(3);
    }

    @Test
    void no_more_are_given_than_asked_for() {
        marketplace.sells("kettle", "99.00", 10);
        for (int n = 1; n <= 3; n++) {
            marketplace.place(n, line("kettle", 1, "99.00"));
        }
        List<OrderEvent> given = new ArrayList<>();

        assertThat(deliver("notices", 2, given::addAll)).isEqualTo(2);
        assertThat(deliver("notices", 2, given::addAll)).isEqualTo(1);
        assertThat(deliver("notices", 2, given::addAll)).isZero();
        assertThat(given).extracting(OrderEvent::order).containsExactly(order(1), order(2), order(3));
    }

    @Test
    void who_asks_for_some_types_only_moves_on_over_the_rest() {
        marketplace.sells("kettle", "99.00", 10);
        marketplace.save(confirmed(marketplace.place(1, line("kettle", 1, "99.00"))));
        marketplace.place(2, line("kettle", 1, "99.00"));
        List<OrderEvent> given = new ArrayList<>();
        Set<OrderEventType> wanted = Set.of(OrderEventType.CONFIRMED);

        assertThat(store.events().deliver("credit", wanted, 2, given::addAll)).isEqualTo(2);
        assertThat(store.events().deliver("credit", wanted, 2, given::addAll)).isEqualTo(1);
        assertThat(given).extracting(OrderEvent::type).containsExactly(OrderEventType.CONFIRMED);
        assertThat(store.events().lag("credit", TUESDAY_MORNING.plusSeconds(9))).isZero();
    }

    @Test
    void who_follows_a_consumer_that_wanted_other_types_is_given_his_own() {
        marketplace.sells("kettle", "99.00", 10);
        marketplace.save(confirmed(marketplace.place(1, line("kettle", 1, "99.00"))));
        List<OrderEvent> given = new ArrayList<>();

        assertThat(store.events().deliver("carriage", Set.of(), 50, given::addAll))
                .isEqualTo(2);
        assertThat(store.events().deliver("credit", Set.of(OrderEventType.CONFIRMED), 50, given::addAll))
                .isEqualTo(2);
        marketplace.place(2, line("kettle", 1, "99.00"));

        assertThat(given).extracting(OrderEvent::type).containsExactly(OrderEventType.CONFIRMED);
        assertThat(all("notices"))
                .extracting(OrderEvent::type)
                .containsExactly(OrderEventType.PLACED, OrderEventType.CONFIRMED, OrderEventType.PLACED);
    }

    @Test
    void what_a_consumer_failed_at_comes_again_and_leaves_no_trace() {
        marketplace.sells("kettle", "99.00", 10);
        Order placed = marketplace.place(1, line("kettle", 1, "99.00"));

        assertThatThrownBy(() -> deliver("notices", 9, events -> {
                    store.orders().save(confirmed(placed));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(store.orders().find(order(1)))
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo(1));
        assertThat(all("notices")).hasSize(1);
    }

    @Test
    void an_event_that_was_rolled_back_is_never_seen() {
        marketplace.sells("kettle", "99.00", 10);
        Order placed = marketplace.place(1, line("kettle", 1, "99.00"));
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.orders().save(confirmed(placed));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(all("notices")).extracting(OrderEvent::type).containsExactly(OrderEventType.PLACED);
    }

    @Test
    void the_lag_is_the_age_of_the_oldest_event_not_given() {
        marketplace.sells("kettle", "99.00", 10);
        assertThat(store.events().lag("notices", TUESDAY_MORNING)).isZero();
        marketplace.place(1, line("kettle", 1, "99.00"));

        assertThat(store.events().lag("notices", TUESDAY_MORNING.plusSeconds(5)))
                .isEqualTo(Duration.ofSeconds(5));
        all("notices");
        assertThat(store.events().lag("notices", TUESDAY_MORNING.plusSeconds(9)))
                .isZero();
    }

    @Test
    void while_many_write_none_is_passed_over_and_each_order_is_told_in_sequence() throws Exception {
        marketplace.sells("kettle", "99.00", 1_000);
        for (int n = 1; n <= 4; n++) {
            marketplace.place(n, line("kettle", 1, "99.00"));
        }
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int from = i;
            writers.add(new Thread(() -> changeTwoAtATime(from)));
        }
        AtomicBoolean done = new AtomicBoolean();
        List<OrderEvent> given = new ArrayList<>();
        Thread reader = new Thread(() -> {
            while (!done.get()) {
                deliver("notices", 7, given::addAll);
            }
        });
        reader.start();
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        done.set(true);
        reader.join();
        given.addAll(all("notices"));

        Map<OrderId, Long> last = new HashMap<>();
        given.forEach(event -> {
            assertThat(event.sequence())
                    .as("next of " + event.order())
                    .isEqualTo(last.getOrDefault(event.order(), 0L) + 1);
            last.put(event.order(), event.sequence());
        });
        for (int n = 1; n <= 4; n++) {
            assertThat(last.get(order(n)))
                    .isEqualTo(store.orders().find(order(n)).orElseThrow().version());
        }
    }

    /** The second order is loaded after the first was written: a transaction may begin before one whose event it follows. */
    private void changeTwoAtATime(int from) {
        for (int i = 0; i < CHANGES; i++) {
            OrderId first = order((from + i) % 3 + 1);
            OrderId second = order(4);
            try {
                store.transactions().run(() -> {
                    hold(first);
                    hold(second);
                });
            } catch (StaleVersionException e) {
                // Somebody was faster; the next turn will do.
            }
        }
    }

    private void hold(OrderId id) {
        Order found = store.orders().find(id).orElseThrow();
        store.orders()
                .save(changed(
                        found.hold(Hold.of(Hold.Type.RISK, "velocity", TUESDAY_MORNING), LI_HERSELF, TUESDAY_MORNING)));
    }

    private int deliver(String consumer, int limit, Consumer<List<OrderEvent>> work) {
        return store.events().deliver(consumer, EnumSet.allOf(OrderEventType.class), limit, work);
    }

    private List<OrderEvent> all(String consumer) {
        List<OrderEvent> given = new ArrayList<>();
        while (deliver(consumer, 50, given::addAll) > 0) {
            // Each delivery is a step.
        }
        return given;
    }
}
