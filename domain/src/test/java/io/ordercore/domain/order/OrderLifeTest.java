package io.ordercore.domain.order;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static io.ordercore.domain.testkit.OrderBuilder.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.stock.StockMove;
import io.ordercore.domain.testkit.OrderBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderLifeTest {
    private static final Instant NOW = TUESDAY_MORNING.plus(Duration.ofMinutes(5));

    @Test
    void an_order_goes_from_payment_to_receipt() {
        Order order = anOrder()
                .with("kettle", 2, "99.00")
                .paid()
                .released()
                .packed()
                .handedOver()
                .delivered()
                .received()
                .build();

        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.fulfilmentStatus()).isEqualTo(FulfilmentStatus.DELIVERED);
        assertThat(order.paymentStatus()).isEqualTo(PaymentStatus.PAID);
        assertThat(order.version()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        // stage,        cancel,                               release,                      hand over,
        // receive
        "placed,         yes,                                  WRONG_STATUS,                 WRONG_STATUS,            WRONG_STATUS",
        "paid,           yes,                                  yes,                          TOO_MANY_UNITS,          NOT_DELIVERED",
        "released,       NOTHING_LEFT+ALREADY_RELEASED,        NOTHING_LEFT,                 TOO_MANY_UNITS,          NOT_DELIVERED",
        "packed,         NOTHING_LEFT+ALREADY_RELEASED,        NOTHING_LEFT,                 yes,                     NOT_DELIVERED",
        "handed over,    NOTHING_LEFT+ALREADY_SHIPPED,         NOTHING_LEFT,                 TOO_MANY_UNITS,          NOT_DELIVERED",
        "delivered,      NOTHING_LEFT+ALREADY_SHIPPED,         NOTHING_LEFT,                 TOO_MANY_UNITS,          yes",
    })
    void what_can_be_done_depends_on_how_far_the_order_has_come(
            String stage, String cancel, String release, String handOver, String receive) {
        Order order = at(stage);

        assertThat(outcome(order.cancel(Map.of(), LI_HERSELF, NOW))).isEqualTo(expected(cancel));
        assertThat(outcome(order.handOver(1, Map.of(1, 2), Map.of(), WAREHOUSE, NOW)))
                .containsAll(expected(handOver));
        assertThat(outcome(order.receive(OrderTerms.STANDARD, LI_HERSELF, NOW))).isEqualTo(expected(receive));
        assertThat(outcome(order.release(Map.of(), WAREHOUSE, NOW))).containsAll(expected(release));
    }

    @Test
    void cancelling_gives_back_exactly_what_was_reserved() {
        OrderDecision.Changed change = (OrderDecision.Changed) anOrder()
                .with("kettle", 2, "99.00")
                .with("cup", 6, "9.90")
                .build()
                .cancel(Map.of(), LI_HERSELF, NOW);

        assertThat(change.stock())
                .containsExactly(
                        new StockMove(StockMove.Kind.RELEASE, new Sku("kettle"), 2),
                        new StockMove(StockMove.Kind.RELEASE, new Sku("cup"), 6));
        assertThat(change.order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(change.refundDue()).isEqualTo(yuan("0.00"));
    }

    @Test
    void cancelling_part_of_a_paid_order_refunds_that_part_and_leaves_the_order_open() {
        OrderDecision.Changed change = (OrderDecision.Changed) anOrder()
                .with("cup", 3, "10.00", "1.00")
                .shippedFor("8.00")
                .paid()
                .build()
                .cancel(Map.of(1, 1), LI_HERSELF, NOW);

        assertThat(change.refundDue()).isEqualTo(yuan("9.66"));
        assertThat(change.order().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(change.order().payable()).isEqualTo(yuan("27.34"));
    }

    @Test
    void the_last_cancellation_refunds_the_rest_and_the_shipping() {
        Order order = anOrder()
                .with("cup", 3, "10.00", "1.00")
                .shippedFor("8.00")
                .paid()
                .build();
        OrderDecision.Changed first = (OrderDecision.Changed) order.cancel(Map.of(1, 2), LI_HERSELF, NOW);
        OrderDecision.Changed second = (OrderDecision.Changed) first.order().cancel(Map.of(1, 1), LI_HERSELF, NOW);

        assertThat(first.refundDue().plus(second.refundDue())).isEqualTo(yuan("37.00"));
        assertThat(second.order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(second.order().snapshot().refundRequested()).isEqualTo(yuan("37.00"));
    }

    @Test
    void a_part_can_be_shipped_and_the_rest_cancelled() {
        Order shipped = anOrder()
                .with("cup", 3, "10.00")
                .paid()
                .then(order -> changed(order.release(Map.of(1, 1), WAREHOUSE, NOW)))
                .then(order -> changed(order.pack(1, Map.of(1, 1), WAREHOUSE, NOW)))
                .then(order -> changed(order.handOver(1, Map.of(1, 1), Map.of(), WAREHOUSE, NOW)))
                .build();
        assertThat(shipped.fulfilmentStatus()).isEqualTo(FulfilmentStatus.PARTIAL);

        Order rest = changed(shipped.cancel(Map.of(1, 2), LI_HERSELF, NOW));
        assertThat(rest.fulfilmentStatus()).isEqualTo(FulfilmentStatus.SHIPPED);

        Order delivered = changed(rest.deliver(1, Map.of(1, 1), OrderTerms.STANDARD, WAREHOUSE, NOW));
        assertThat(changed(delivered.receive(OrderTerms.STANDARD, LI_HERSELF, NOW))
                        .status())
                .isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void an_unpaid_order_expires_at_its_deadline_and_not_before() {
        Order order = anOrder().with("kettle", 2, "99.00").build();
        Instant deadline = TUESDAY_MORNING.plus(OrderTerms.STANDARD.payWithin());

        assertThat(order.meetDeadline(OrderTerms.STANDARD, deadline.minusNanos(1000))
                        .isChanged())
                .isFalse();
        OrderDecision.Changed expired = (OrderDecision.Changed) order.meetDeadline(OrderTerms.STANDARD, deadline);
        assertThat(expired.order().status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(expired.stock()).containsExactly(new StockMove(StockMove.Kind.RELEASE, new Sku("kettle"), 2));
    }

    @Test
    void a_delivered_order_is_received_after_seven_days_and_closed_after_fifteen_more() {
        Order order =
                anOrder().paid().released().packed().handedOver().delivered().build();
        Instant receipt = TUESDAY_MORNING.plus(Duration.ofDays(7));

        Order received = changed(order.meetDeadline(OrderTerms.STANDARD, receipt));
        assertThat(received.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(changed(received.meetDeadline(OrderTerms.STANDARD, receipt.plus(Duration.ofDays(15))))
                        .status())
                .isEqualTo(OrderStatus.CLOSED);
    }

    @Test
    void money_that_comes_too_late_is_promised_back_whole() {
        Order cancelled = changed(anOrder().with("kettle", 2, "99.00").build().cancel(Map.of(), LI_HERSELF, NOW));

        assertThat(cancelled.confirm(yuan("198.00"), LI_HERSELF, NOW).isChanged())
                .isFalse();
        OrderDecision.Changed late = cancelled.refundLatePayment(yuan("198.00"), LI_HERSELF, NOW);
        assertThat(late.refundDue()).isEqualTo(yuan("198.00"));
        Order settled =
                late.order().refundSettled(yuan("198.00"), LI_HERSELF, NOW).order();
        assertThat(settled.paymentStatus()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void what_was_cancelled_while_the_payment_ran_is_given_back_with_the_confirmation() {
        Order smaller = changed(anOrder().with("cup", 3, "10.00").build().cancel(Map.of(1, 1), LI_HERSELF, NOW));

        OrderDecision.Changed confirmed = (OrderDecision.Changed) smaller.confirm(yuan("30.00"), LI_HERSELF, NOW);
        assertThat(confirmed.refundDue()).isEqualTo(yuan("10.00"));
        assertThat(confirmed.events())
                .extracting(OrderEvent::type)
                .containsExactly(OrderEventType.CONFIRMED, OrderEventType.REFUND_REQUESTED);
    }

    @Test
    void a_hold_stops_what_it_names_until_it_is_resolved() {
        Order held = changed(anOrder().paid().build().hold(Hold.of(Hold.Type.RISK, "score-65", NOW), LI_HERSELF, NOW));

        assertThat(outcome(held.release(Map.of(), WAREHOUSE, NOW))).containsExactly(OrderRefusal.ON_HOLD);
        assertThat(held.cancel(Map.of(), LI_HERSELF, NOW).isChanged()).isTrue();
        Order free = changed(held.resolveHold(Hold.Type.RISK, LI_HERSELF, NOW));
        assertThat(free.release(Map.of(), WAREHOUSE, NOW).isChanged()).isTrue();
    }

    @Test
    void a_refusal_names_every_reason() {
        Order order = anOrder().with("kettle", 2, "99.00").build();

        assertThat(outcome(order.cancel(Map.of(1, 3, 7, 1), LI_HERSELF, NOW)))
                .containsExactlyInAnyOrder(OrderRefusal.TOO_MANY_UNITS, OrderRefusal.UNKNOWN_LINE);
    }

    @Test
    void events_are_numbered_without_gaps_after_the_version_before() {
        OrderDecision.Changed change =
                (OrderDecision.Changed) anOrder().paid().build().cancel(Map.of(), LI_HERSELF, NOW);

        assertThat(change.events()).extracting(OrderEvent::sequence).containsExactly(3L, 4L, 5L);
        assertThat(change.baseVersion()).isEqualTo(2);
        assertThat(change.order().version()).isEqualTo(5);
    }

    private static Order at(String stage) {
        OrderBuilder order = anOrder().with("kettle", 2, "99.00");
        List<String> stages = List.of("placed", "paid", "released", "packed", "handed over", "delivered");
        int reached = stages.indexOf(stage);
        if (reached >= 1) {
            order.paid();
        }
        if (reached >= 2) {
            order.released();
        }
        if (reached >= 3) {
            order.packed();
        }
        if (reached >= 4) {
            order.handedOver();
        }
        if (reached >= 5) {
            order.delivered();
        }
        return order.build();
    }

    private static Set<OrderRefusal> expected(String cell) {
        if (cell.equals("yes")) {
            return Set.of();
        }
        return java.util.Arrays.stream(cell.split("\\+"))
                .map(OrderRefusal::valueOf)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Set<OrderRefusal> outcome(OrderDecision decision) {
        return decision.decide(new OrderDecision.Cases<>() {
            @Override
            public Set<OrderRefusal> changed(OrderDecision.Changed it) {
                return Set.of();
            }

            @Override
            public Set<OrderRefusal> refused(OrderDecision.Refused it) {
                return it.reasons();
            }
        });
    }
}
