package io.ordercore.domain.order;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static io.ordercore.domain.testkit.OrderBuilder.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.OrderModification.AddedLine;
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

    private static Aftercare care(Order order) {
        return Aftercare.of(order, "return-1", OrderTerms.STANDARD, LI_HERSELF, NOW);
    }

    private static OrderDecision.Changed decision(OrderDecision decision) {
        return decision.decide(new OrderDecision.Cases<>() {
            @Override
            public OrderDecision.Changed changed(OrderDecision.Changed it) {
                return it;
            }

            @Override
            public OrderDecision.Changed refused(OrderDecision.Refused it) {
                throw new AssertionError(it.reasons());
            }
        });
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
