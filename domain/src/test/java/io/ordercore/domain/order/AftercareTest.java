package io.ordercore.domain.order;

import static io.ordercore.domain.order.Decisions.decision;
import static io.ordercore.domain.order.Decisions.reasons;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.li;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static io.ordercore.domain.testkit.OrderBuilder.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.Recipient;
import io.ordercore.domain.stock.StockMove;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class AftercareTest {
    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
    private static final Money NOTHING = yuan("0.00");

    @Test
    void a_parcel_that_came_back_is_paid_back_and_goes_to_the_shelf() {
        Order order = shipped("kettle", 2, "99.00");

        OrderDecision.Changed back = decision(care(order).comeBack(Map.of(1, 2), true));
        Order after = changed(care(back.order()).refund(Map.of(1, 2), yuan("15.00")));

        assertThat(back.stock()).containsExactly(new StockMove(StockMove.Kind.RESTOCK, new Sku("kettle"), 2));
        assertThat(after.payable()).isEqualTo(yuan("15.00")).isEqualTo(after.paid());
        assertThat(after.status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void a_fee_never_takes_more_than_what_goes_back() {
        Order order = shipped("button", 1, "0.07");

        Order after =
                changed(care(changed(care(order).comeBack(Map.of(1, 1), true))).refund(Map.of(1, 1), yuan("12.00")));

        assertThat(after.payable()).isEqualTo(yuan("0.07"));
        assertThat(after.snapshot().refundRequested()).isEqualTo(NOTHING);
    }

    @Test
    void units_are_paid_back_once() {
        Order order = changed(care(shipped("kettle", 2, "99.00")).lose(Map.of(1, 2)));
        Order once = changed(care(order).refund(Map.of(1, 2), NOTHING));

        assertThat(care(once).refund(Map.of(1, 1), NOTHING).isChanged()).isFalse();
        assertThat(care(once).sendAgain(1, 1).isChanged()).isFalse();
    }

    @Test
    void a_replacement_waits_until_the_difference_is_paid() {
        Order order = delivered("kettle", 1, "99.00");
        Order received =
                changed(care(changed(care(order).requestReturn(Map.of(1, 1)))).takeBack(Map.of(1, 1), Map.of(1, 1)));
        Order dearer =
                changed(care(received).exchange(1, 1, new AddedLine(new Sku("red"), "Red kettle", yuan("109.00"), 1)));

        assertThat(dearer.payable()).isEqualTo(yuan("109.00"));
        assertThat(care(dearer).allocate(Map.of(2, 1)).isChanged()).isFalse();

        Order paid = changed(dearer.topUp(yuan("10.00"), LI_HERSELF, NOW));
        OrderDecision.Changed allocated = decision(care(paid).allocate(Map.of(2, 1)));
        assertThat(allocated.stock()).containsExactly(new StockMove(StockMove.Kind.RESERVE, new Sku("red"), 1));
        assertThat(allocated.order().release(Map.of(2, 1), WAREHOUSE, NOW).isChanged())
                .isTrue();
    }

    @Test
    void what_is_sent_again_costs_exactly_what_was_paid_for_it() {
        Order order = changed(care(shipped("kettle", 3, "33.34")).lose(Map.of(1, 1)));

        Order again = changed(care(order).sendAgain(1, 1));

        assertThat(again.payable()).isEqualTo(order.payable()).isEqualTo(again.paid());
        assertThat(again.line(2).orElseThrow().ledger().unallocated()).isEqualTo(1);
    }

    @Test
    void any_sequence_of_returns_sums_to_what_was_paid() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            int units = 1 + random.nextInt(9);
            Order order = deliveredWithDiscount(units, "0.0" + random.nextInt(10));
            Money paid = order.paid();
            while (order.line(1).orElseThrow().ledger().kept() > 0) {
                Map<Integer, Integer> some = Map.of(
                        1,
                        1 + random.nextInt(order.line(1).orElseThrow().ledger().kept()));
                order = changed(care(order).requestReturn(some));
                order = changed(care(order).takeBack(some, Map.of()));
                order = changed(care(order).refund(some, NOTHING));
                assertThat(order.snapshot().refundRequested().plus(order.payable()))
                        .isEqualTo(paid);
            }
            assertThat(order.snapshot().refundRequested()).isEqualTo(paid);
        }
    }

    @Test
    void a_parcel_turned_on_its_way_changes_where_or_when_it_arrives_and_nothing_else() {
        Order order = shipped("kettle", 2, "99.00");
        Recipient neighbour = new Recipient("Wang Wei", li().phone(), li().address());
        DeliveryWindow evening = new DeliveryWindow(NOW, NOW.plusSeconds(3600));

        OrderDecision.Changed redirected = decision(care(order).redirect(neighbour));
        OrderDecision.Changed later = decision(care(order).reschedule(evening));

        assertThat(redirected.order().recipient()).isEqualTo(neighbour);
        assertThat(redirected.order().lines()).isEqualTo(order.lines());
        assertThat(redirected.order().snapshot().dueAt())
                .isEqualTo(order.snapshot().dueAt());
        assertThat(redirected.events()).extracting(OrderEvent::type).containsExactly(OrderEventType.REDIRECTED);
        assertThat(redirected.events().get(0).facts()).isEqualTo(Map.of("for", "return-1"));
        assertThat(later.order().wishes().window()).isEqualTo(evening);
        assertThat(later.events().get(0).type()).isEqualTo(OrderEventType.RESCHEDULED);
        assertThat(later.events().get(0).facts())
                .isEqualTo(Map.of("for", "return-1", "window", "2026-03-03T10:00:00Z/2026-03-03T11:00:00Z"));
    }

    @Test
    void a_fee_makes_delivery_dearer_and_goes_back_as_far_as_delivery_costs_that_much() {
        Order order = shipped("kettle", 1, "99.00");
        OrderDecision.Changed charged = decision(care(order).charge(yuan("15.00")));
        assertThat(charged.order().payable()).isEqualTo(yuan("114.00"));
        assertThat(charged.events().get(0).type()).isEqualTo(OrderEventType.CHARGED);
        assertThat(charged.events().get(0).facts()).containsEntry("amount", "CNY 15.00");

        Order paid = changed(charged.order().topUp(yuan("15.00"), LI_HERSELF, NOW));
        OrderDecision.Changed back = decision(care(paid).giveBack(yuan("20.00")));
        assertThat(back.order().payable()).isEqualTo(yuan("99.00"));
        assertThat(back.refundDue()).isEqualTo(yuan("15.00"));
        assertThat(back.events())
                .extracting(OrderEvent::type)
                .containsExactly(OrderEventType.FEE_RETURNED, OrderEventType.REFUND_REQUESTED);
        assertThat(changed(care(paid).giveBack(yuan("5.00"))).payable()).isEqualTo(yuan("109.00"));
        assertThat(reasons(care(order).giveBack(yuan("20.00"))))
                .as("delivery was free")
                .containsExactly(OrderRefusal.NOTHING_LEFT);
    }

    @Test
    void a_buyer_who_keeps_spoilt_goods_pays_less_for_them() {
        Order order = delivered("kettle", 2, "99.00");

        OrderDecision.Changed cheaper = decision(care(order).compensate(Map.of(1, yuan("30.00"))));

        assertThat(cheaper.order().payable()).isEqualTo(yuan("168.00"));
        assertThat(cheaper.refundDue()).isEqualTo(yuan("30.00"));
        assertThat(cheaper.events().get(0).type()).isEqualTo(OrderEventType.COMPENSATED);
        assertThat(cheaper.events().get(0).facts()).isEqualTo(Map.of("for", "return-1", "line.1", "CNY 30.00"));
        assertThat(changed(care(order).compensate(Map.of(1, yuan("198.00")))).payable())
                .as("all of it at most")
                .isEqualTo(NOTHING);
    }

    @Test
    void goods_are_not_made_cheaper_by_more_than_they_cost_nor_by_nothing_nor_when_some_of_them_are_gone() {
        Order order = delivered("kettle", 2, "99.00");
        Order someBack = changed(care(changed(
                        care(changed(care(order).requestReturn(Map.of(1, 1)))).takeBack(Map.of(1, 1), Map.of())))
                .refund(Map.of(1, 1), NOTHING));

        assertThat(reasons(care(order).compensate(Map.of(1, yuan("198.01")))))
                .containsExactly(OrderRefusal.NOTHING_LEFT);
        assertThat(reasons(care(order).compensate(Map.of(1, NOTHING)))).containsExactly(OrderRefusal.NOTHING_LEFT);
        assertThat(reasons(care(order).compensate(Map.of()))).containsExactly(OrderRefusal.NOTHING_LEFT);
        assertThat(reasons(care(order).compensate(Map.of(2, yuan("1.00"))))).containsExactly(OrderRefusal.NOTHING_LEFT);
        assertThat(reasons(care(someBack).compensate(Map.of(1, yuan("1.00")))))
                .containsExactly(OrderRefusal.NOTHING_LEFT);
    }

    @Test
    void other_goods_are_sent_for_lost_ones_at_their_own_price() {
        Order lost = changed(care(shipped("kettle", 2, "99.00")).lose(Map.of(1, 1)));

        OrderDecision.Changed instead =
                decision(care(lost).sendInstead(1, 1, new AddedLine(new Sku("red"), "Red kettle", yuan("89.00"), 1)));

        assertThat(instead.order().payable()).isEqualTo(yuan("188.00"));
        assertThat(instead.refundDue()).isEqualTo(yuan("10.00"));
        assertThat(instead.order().line(2).orElseThrow().ledger().unallocated()).isEqualTo(1);
        assertThat(instead.events().get(0).facts())
                .isEqualTo(Map.of("for", "return-1", "line.1", "1", "by", "2", "sku", "red"));
        assertThat(reasons(care(instead.order()).sendAgain(1, 1))).containsExactly(OrderRefusal.TOO_MANY_UNITS);
    }

    @Test
    void another_one_for_nothing_costs_nothing() {
        Order order = delivered("kettle", 2, "99.00");

        Order another = changed(care(order).sendAnother(1, 2));

        assertThat(another.payable()).isEqualTo(order.payable());
        assertThat(another.line(2).orElseThrow().ordered()).isEqualTo(2);
        assertThat(another.snapshot().refundRequested()).isEqualTo(NOTHING);
    }

    @Test
    void what_waits_for_the_shelf_may_be_given_up_and_paid_back() {
        Order waiting = changed(care(changed(care(shipped("kettle", 2, "99.00")).lose(Map.of(1, 2))))
                .sendAgain(1, 2));

        OrderDecision.Changed given = decision(care(waiting).giveUp(Map.of(2, 2)));

        assertThat(given.order().payable()).isEqualTo(NOTHING);
        assertThat(given.refundDue()).isEqualTo(yuan("198.00"));
        assertThat(given.stock()).isEmpty();
        assertThat(given.order().status())
                .as("nothing was delivered and nothing is to come")
                .isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void a_return_may_be_withdrawn_and_what_is_of_no_use_written_off() {
        Order asked = changed(care(delivered("kettle", 3, "99.00")).requestReturn(Map.of(1, 2)));
        assertThat(reasons(care(asked).requestReturn(Map.of(1, 2)))).containsExactly(OrderRefusal.TOO_MANY_UNITS);

        OrderDecision.Changed kept = decision(care(asked).withdrawReturn(Map.of(1, 1)));
        assertThat(kept.order().line(1).orElseThrow().ledger().get(Quantity.RETURN_REQUESTED))
                .isEqualTo(1);
        assertThat(kept.events().get(0).type()).isEqualTo(OrderEventType.RETURN_WITHDRAWN);
        assertThat(reasons(care(asked).withdrawReturn(Map.of(1, 3)))).containsExactly(OrderRefusal.TOO_MANY_UNITS);

        OrderDecision.Changed useless = decision(care(kept.order()).writeOff(Map.of(1, 2)));
        assertThat(useless.order().line(1).orElseThrow().ledger().get(Quantity.WRITTEN_OFF))
                .isEqualTo(2);
        assertThat(useless.events().get(0).type()).isEqualTo(OrderEventType.WRITTEN_OFF);
        assertThat(changed(care(useless.order()).refund(Map.of(1, 2), NOTHING)).payable())
                .isEqualTo(yuan("99.00"));
    }

    @Test
    void every_reason_against_it_is_told_at_once() {
        Order unpaid = anOrder().with("kettle", 1, "99.00").build();
        assertThat(reasons(care(unpaid).lose(Map.of(1, 1, 2, 1))))
                .containsExactlyInAnyOrder(
                        OrderRefusal.WRONG_STATUS, OrderRefusal.UNKNOWN_LINE, OrderRefusal.TOO_MANY_UNITS);
        Order shipped = shipped("kettle", 1, "99.00");
        assertThat(reasons(care(shipped).lose(Map.of(1, 0)))).containsExactly(OrderRefusal.TOO_MANY_UNITS);
    }

    @Test
    void a_parcel_that_cannot_be_sold_again_does_not_go_back_to_the_shelf() {
        OrderDecision.Changed back =
                decision(care(shipped("kettle", 2, "99.00")).comeBack(Map.of(1, 2), false));

        assertThat(back.stock()).isEmpty();
        assertThat(back.events().get(0).facts())
                .isEqualTo(Map.of("for", "return-1", "line.1", "2", "sellable", "false"));
        assertThat(back.order().status())
                .as("somebody still has to say what becomes of the money")
                .isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void of_what_is_taken_back_only_what_is_sellable_goes_to_the_shelf() {
        Order asked = changed(care(delivered("kettle", 3, "99.00")).requestReturn(Map.of(1, 3)));

        OrderDecision.Changed received = decision(care(asked).takeBack(Map.of(1, 3), Map.of(1, 2)));

        assertThat(received.stock()).containsExactly(new StockMove(StockMove.Kind.RESTOCK, new Sku("kettle"), 2));
        assertThat(received.events().get(0).facts())
                .isEqualTo(Map.of("for", "return-1", "line.1", "3", "sellable.1", "2"));
    }

    @Test
    void an_order_with_something_delivered_waits_for_its_receipt_once_the_rest_is_settled() {
        Order order = shipped("kettle", 2, "99.00");
        Order half = changed(order.deliver(1, Map.of(1, 1), OrderTerms.STANDARD, WAREHOUSE, NOW));
        Instant later = NOW.plusSeconds(60);

        Order lost = changed(care(half).lose(Map.of(1, 1)));
        assertThat(lost.snapshot().dueAt()).isEqualTo(half.snapshot().dueAt());
        Order settled = changed(Aftercare.of(lost, "claim-1", OrderTerms.STANDARD, LI_HERSELF, later)
                .refund(Map.of(1, 1), NOTHING));

        assertThat(settled.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(settled.snapshot().dueAt()).isEqualTo(later.plus(OrderTerms.STANDARD.receiveWithin()));
    }

    @Test
    void what_is_done_about_a_completed_order_keeps_it_open_to_returns_for_longer() {
        Order received = changed(delivered("kettle", 2, "99.00").receive(OrderTerms.STANDARD, LI_HERSELF, NOW));
        Instant later = NOW.plusSeconds(60);

        Order asked = changed(Aftercare.of(received, "return-1", OrderTerms.STANDARD, LI_HERSELF, later)
                .requestReturn(Map.of(1, 1)));

        assertThat(asked.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(asked.snapshot().dueAt()).isEqualTo(later.plus(OrderTerms.STANDARD.closeAfter()));
    }

    private static Aftercare care(Order order) {
        return Aftercare.of(order, "return-1", OrderTerms.STANDARD, LI_HERSELF, NOW);
    }

    private static Order shipped(String sku, int units, String price) {
        Order released =
                changed(anOrder().with(sku, units, price).paid().build().release(Map.of(), WAREHOUSE, NOW));
        Order packed = changed(released.pack(1, Map.of(1, units), WAREHOUSE, NOW));
        return changed(packed.handOver(1, Map.of(1, units), Map.of(), WAREHOUSE, NOW));
    }

    private static Order delivered(String sku, int units, String price) {
        return changed(shipped(sku, units, price).deliver(1, Map.of(1, units), OrderTerms.STANDARD, WAREHOUSE, NOW));
    }

    private static Order deliveredWithDiscount(int units, String discount) {
        Order order = delivered("button", units, "0.10");
        OrderLine line = order.line(1).orElseThrow();
        OrderSnapshot it = order.snapshot();
        Money less = yuan(discount);
        return Order.of(new OrderSnapshot(
                it.id(),
                it.buyer(),
                it.merchant(),
                it.recipient(),
                it.wishes(),
                java.util.List.of(new OrderLine(1, line.sku(), line.title(), line.unitPrice(), less, line.ledger())),
                it.shipping(),
                it.status(),
                it.holds(),
                it.captured().minus(less),
                it.refundRequested(),
                it.refunded(),
                it.fulfilments(),
                it.placedAt(),
                it.dueAt(),
                it.version()));
    }
}
