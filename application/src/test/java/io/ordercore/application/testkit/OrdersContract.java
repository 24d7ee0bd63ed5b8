package io.ordercore.application.testkit;

import static io.ordercore.application.testkit.Marketplace.cancelled;
import static io.ordercore.application.testkit.Marketplace.changed;
import static io.ordercore.application.testkit.Marketplace.confirmed;
import static io.ordercore.domain.testkit.Fixtures.LI;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.order.OrderQuery;
import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.PhoneNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.order.Orders} promises. */
public abstract class OrdersContract extends StoreContract {
    private static final MerchantId POTTERY = new MerchantId("pottery");

    @Test
    void what_was_saved_is_found_again_in_full() {
        marketplace.sells("kettle", "99.00", 10);
        Order placed = marketplace.place(1, line("kettle", 2, "99.00"));
        Order paid = marketplace.save(confirmed(placed));
        OrderDecision.Changed held =
                changed(paid.hold(Hold.of(Hold.Type.RISK, "velocity", TUESDAY_MORNING), LI_HERSELF, TUESDAY_MORNING));
        marketplace.save(held);

        assertThat(store.orders().find(order(1)))
                .hasValueSatisfying(found ->
                        assertThat(found.snapshot()).isEqualTo(held.order().snapshot()));
    }

    @Test
    void an_unknown_order_is_not_found() {
        assertThat(store.orders().find(order(1))).isEmpty();
        assertThat(store.orders().purchase(purchase(1))).isEmpty();
        assertThat(store.orders().history(order(1), 0)).isEmpty();
    }

    @Test
    void a_purchase_has_its_orders_by_number() {
        marketplace.sells("kettle", "99.00", 10).sells("bowl", POTTERY, "20.00", 10);
        marketplace.place(1, line("kettle", 1, "99.00"), line("bowl", 1, "20.00"));

        assertThat(store.orders().purchase(purchase(1)))
                .hasValueSatisfying(found ->
                        assertThat(found.orders()).extracting(Order::merchant).containsExactly(TEA_HOUSE, POTTERY));
    }

    @Test
    void a_stale_save_is_refused_and_changes_nothing() {
        marketplace.sells("kettle", "99.00", 10);
        Order placed = marketplace.place(1, line("kettle", 2, "99.00"));
        marketplace.save(confirmed(placed));

        assertThatThrownBy(() -> marketplace.save(cancelled(placed))).isInstanceOf(StaleVersionException.class);
        assertThat(store.orders().find(order(1)))
                .hasValueSatisfying(found -> assertThat(found.status()).isEqualTo(OrderStatus.CONFIRMED));
        assertThat(store.orders().history(order(1), 0))
                .extracting(OrderEvent::type)
                .containsExactly(OrderEventType.PLACED, OrderEventType.CONFIRMED);
    }

    @Test
    void an_order_that_was_never_placed_cannot_be_saved() {
        marketplace.sells("kettle", "99.00", 10);
        Order placed = marketplace.place(1, line("kettle", 2, "99.00"));
        OrderDecision.Changed paid = confirmed(placed);
        marketplace.save(paid);

        assertThatThrownBy(() -> store.orders().save(paid)).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void a_history_is_read_from_any_sequence() {
        marketplace.sells("kettle", "99.00", 10);
        OrderDecision.Changed cancelled = cancelled(marketplace.place(1, line("kettle", 2, "99.00")));
        marketplace.save(cancelled);

        assertThat(store.orders().history(order(1), 1)).isEqualTo(cancelled.events());
        assertThat(store.orders().history(order(1), 0)).hasSize(3);
    }

    @Test
    void lists_are_newest_first_and_go_on_after_the_last() {
        marketplace.sells("kettle", "99.00", 10);
        for (int n = 1; n <= 5; n++) {
            marketplace.place(n, line("kettle", 1, "99.00"));
        }

        List<Order> page = store.orders().list(byBuyer(LI, null, 2));
        assertThat(page).extracting(Order::id).containsExactly(order(5), order(4));
        assertThat(store.orders().list(new OrderQuery(LI, null, null, null, null, null, order(4), 9)))
                .extracting(Order::id)
                .containsExactly(order(3), order(2), order(1));
    }

    @Test
    void lists_contain_what_was_asked_for_and_nothing_else() {
        marketplace.sells("kettle", "99.00", 10).sells("bowl", POTTERY, "20.00", 10);
        Order first = marketplace.place(1, line("kettle", 1, "99.00"));
        marketplace.place(2, line("bowl", 1, "20.00"));
        marketplace.save(confirmed(first));

        assertThat(store.orders().list(byBuyer(LI, OrderStatus.CONFIRMED, 9)))
                .extracting(Order::id)
                .containsExactly(order(1));
        assertThat(store.orders().list(byBuyer(new BuyerId("somebody"), null, 9)))
                .isEmpty();
        assertThat(store.orders().list(new OrderQuery(null, POTTERY, null, null, null, null, null, 9)))
                .extracting(Order::id)
                .containsExactly(order(2));
        assertThat(store.orders()
                        .list(new OrderQuery(
                                null, null, null, null, TUESDAY_MORNING, TUESDAY_MORNING.plusSeconds(1), null, 9)))
                .hasSize(2);
        assertThat(store.orders().list(new OrderQuery(null, null, null, null, null, TUESDAY_MORNING, null, 9)))
                .isEmpty();
    }

    @Test
    void an_order_is_found_by_the_digits_of_its_phone() {
        marketplace.sells("kettle", "99.00", 10);
        marketplace.place(1, line("kettle", 1, "99.00"));

        assertThat(store.orders().list(byPhone("86 (138) 0000-0000"))).hasSize(1);
        assertThat(store.orders().list(byPhone("+86 138 0000 0001"))).isEmpty();
    }

    @Test
    void the_longest_overdue_comes_first_and_what_is_done_is_not_due() {
        marketplace.sells("kettle", "99.00", 10);
        Order paid = marketplace.place(1, line("kettle", 1, "99.00"));
        marketplace.place(2, line("kettle", 1, "99.00"));
        marketplace.save(confirmed(paid));

        marketplace.place(3, line("kettle", 1, "99.00"));

        assertThat(store.orders().due(TUESDAY_MORNING, 0, 9)).isEmpty();
        Instant late = TUESDAY_MORNING.plusSeconds(1_800);
        assertThat(store.orders().due(late, 0, 9)).extracting(Order::id).containsExactlyInAnyOrder(order(2), order(3));
        assertThat(store.orders().due(late, 0, 1)).hasSize(1);
        assertThat(store.orders().due(late, 1, 9))
                .hasSize(1)
                .doesNotContainAnyElementsOf(store.orders().due(late, 0, 1));
    }

    @Test
    void the_earliest_deadline_is_that_of_an_order_which_still_waits() {
        assertThat(store.orders().earliestDeadline()).isEmpty();
        marketplace.sells("kettle", "99.00", 10);
        Order placed = marketplace.place(1, line("kettle", 1, "99.00"));

        assertThat(store.orders().earliestDeadline()).hasValue(TUESDAY_MORNING.plusSeconds(1_800));
        marketplace.save(cancelled(placed));
        assertThat(store.orders().earliestDeadline()).isEmpty();
    }

    @Test
    void changes_of_several_orders_are_saved_together_or_not_at_all() {
        marketplace.sells("kettle", "99.00", 10);
        Order first = marketplace.place(1, line("kettle", 1, "99.00"));
        Order second = marketplace.place(2, line("kettle", 1, "99.00"));
        Order third = marketplace.place(3, line("kettle", 1, "99.00"));
        store.orders().save(List.of(confirmed(first), confirmed(second)));

        assertThatThrownBy(() -> store.orders().save(List.of(confirmed(third), cancelled(second))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(List.of(1, 2, 3))
                .extracting(n -> store.orders().find(order(n)).orElseThrow().status())
                .containsExactly(OrderStatus.CONFIRMED, OrderStatus.CONFIRMED, OrderStatus.PENDING_PAYMENT);
        assertThat(store.orders().history(order(2), 0)).hasSize(2);
        assertThat(store.orders().history(order(3), 0)).hasSize(1);
    }

    private static OrderQuery byBuyer(BuyerId buyer, @Nullable OrderStatus status, int limit) {
        return new OrderQuery(buyer, null, status, null, null, null, null, limit);
    }

    private static OrderQuery byPhone(String phone) {
        return new OrderQuery(null, null, null, new PhoneNumber(phone), null, null, null, 9);
    }
}
