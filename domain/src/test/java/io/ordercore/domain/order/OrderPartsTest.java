package io.ordercore.domain.order;

import static io.ordercore.domain.order.Decisions.decision;
import static io.ordercore.domain.testkit.Fixtures.LI;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.li;
import static io.ordercore.domain.testkit.Fixtures.offer;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.Recipient;
import io.ordercore.domain.stock.StockMove;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What an order is made of, and what it is a part of. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class OrderPartsTest {
    private static final Instant NOW = Instant.parse("2026-11-03T10:00:00Z");
    private static final Money NOTHING = yuan("0.00");

    @Test
    void a_purchase_is_as_far_as_its_slowest_order() {
        Order paid = anOrder().id(new OrderId(purchase(1), 2)).paid().build();
        Order unpaid = anOrder().id(order(1)).shippedFor("6.00").build();
        Purchase purchase = new Purchase(purchase(1), List.of(paid, unpaid));
        assertThat(purchase.orders()).containsExactly(unpaid, paid);
        assertThat(purchase.buyer()).isEqualTo(LI);
        assertThat(purchase.total()).isEqualTo(yuan("402.00"));
        assertThat(purchase.amountDue()).isEqualTo(yuan("204.00"));
        assertThat(purchase.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThatThrownBy(() -> new Purchase(purchase(1), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_left_of_a_sku_and_of_a_merchants_orders_is_counted_down() {
        SkuFacts facts = new SkuFacts(offer("kettle", TEA_HOUSE, "99.00"), 5, 1);
        assertThat(facts.without(2).available()).isEqualTo(3);
        assertThat(facts.takesNoMoreOrders()).isFalse();
        assertThat(facts.afterAnOrder().ordersLeft()).isZero();
        assertThat(facts.afterAnOrder().takesNoMoreOrders()).isTrue();
        SkuFacts uncapped = new SkuFacts(offer("kettle", TEA_HOUSE, "99.00"), 5);
        assertThat(uncapped.afterAnOrder()).isSameAs(uncapped);
        assertThat(uncapped.takesNoMoreOrders()).isFalse();
    }

    @Test
    void a_line_is_known_by_its_number_wherever_it_stands() {
        Order order =
                with(new OrderLine(4, new Sku("kettle"), "A kettle", yuan("99.00"), NOTHING, LineLedger.reserved(1)));

        assertThat(order.line(4)).isEqualTo(Optional.of(order.lines().get(0)));
        assertThat(order.line(1)).isEmpty();
        assertThat(order.line(0)).isEmpty();
        assertThat(anOrder().paid().build().line(1)).isPresent();
    }

    @Test
    void units_without_stock_are_cancelled_first_and_only_reserved_ones_go_back_to_the_shelf() {
        Order order = with(new OrderLine(
                4,
                new Sku("kettle"),
                "A kettle",
                yuan("99.00"),
                NOTHING,
                LineLedger.of(Map.of(Quantity.ORDERED, 6, Quantity.BACKORDERED, 2, Quantity.RESERVED, 3))));

        OrderDecision.Changed two = decision(order.cancel(Map.of(4, 2), LI_HERSELF, NOW));
        assertThat(two.stock()).isEmpty();
        assertThat(two.order().line(4).orElseThrow().ledger().asMap())
                .isEqualTo(Map.of(
                        Quantity.ORDERED, 6, Quantity.CANCELLED, 2, Quantity.BACKORDERED, 1, Quantity.RESERVED, 3));

        OrderDecision.Changed five = decision(order.cancel(Map.of(4, 5), LI_HERSELF, NOW));
        assertThat(five.stock()).containsExactly(new StockMove(StockMove.Kind.RELEASE, new Sku("kettle"), 2));
        assertThat(five.order().line(4).orElseThrow().ledger().asMap())
                .isEqualTo(Map.of(Quantity.ORDERED, 6, Quantity.CANCELLED, 5, Quantity.RESERVED, 1));
    }

    @Test
    void periods_are_not_negative_and_may_be_none() {
        Duration none = Duration.ZERO;
        Duration less = Duration.ofNanos(-1);
        assertThat(new OrderTerms(none, none, none).payWithin()).isZero();
        assertThatThrownBy(() -> new OrderTerms(less, none, none)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OrderTerms(none, less, none)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OrderTerms(none, none, less)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbers_and_names_are_in_order_and_readable() {
        assertThat(new OrderId(purchase(1), 1)).isLessThan(new OrderId(purchase(1), 2));
        assertThat(new OrderId(purchase(1), 2)).isLessThan(new OrderId(purchase(2), 1));
        assertThat(purchase(1)).isLessThan(purchase(2));
        assertThatThrownBy(() -> new OrderId(purchase(1), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(LineLedger.reserved(2)).hasToString("{ORDERED=2, RESERVED=2}");
        assertThat(LineLedger.reserved(2)).hasSameHashCodeAs(LineLedger.reserved(2));
        assertThat(LineLedger.reserved(2).hashCode())
                .isNotEqualTo(LineLedger.reserved(3).hashCode());
        assertThat(new BuyerId("li")).isEqualTo(LI);
        assertThat(li()).isNotEqualTo(new Recipient("Wang Wei", li().phone(), li().address()));
    }

    private static Order with(OrderLine line) {
        OrderSnapshot it = anOrder().build().snapshot();
        return Order.of(new OrderSnapshot(
                it.id(),
                it.buyer(),
                it.merchant(),
                it.recipient(),
                it.wishes(),
                List.of(line),
                it.shipping(),
                it.status(),
                it.holds(),
                it.captured(),
                it.refundRequested(),
                it.refunded(),
                it.fulfilments(),
                it.placedAt(),
                it.dueAt(),
                it.version()));
    }
}
