package io.ordercore.domain.modification;

import static io.ordercore.domain.modification.QuotingFixtures.BEIJING;
import static io.ordercore.domain.modification.QuotingFixtures.handedOver;
import static io.ordercore.domain.modification.QuotingFixtures.quote;
import static io.ordercore.domain.modification.QuotingFixtures.standing;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.li;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static io.ordercore.domain.testkit.OrderBuilder.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.order.Aftercare;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderStatus;
import io.ordercore.domain.order.OrderTerms;
import io.ordercore.domain.order.Quantity;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.DeliveryWishes;
import java.time.Instant;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuotingTest {
    private static final Instant NOW = TUESDAY_MORNING;
    private static final Address LHASA = new Address("CN", "Tibet", "Lhasa", "", "3 High Road", "850000");

    @Test
    void what_came_back_was_carried_for_a_price_whatever_becomes_of_the_rest() {
        Map<Integer, Integer> cup = Map.of(2, 1);
        Order sent = anOrder()
                .with("kettle", 1, "99.00")
                .with("cup", 1, "10.00")
                .shippedFor("6.00")
                .paid()
                .then(it -> changed(it.release(cup, WAREHOUSE, NOW)))
                .then(it -> changed(it.pack(1, cup, WAREHOUSE, NOW)))
                .then(it -> changed(it.handOver(1, cup, Map.of(), WAREHOUSE, NOW)))
                .then(it -> changed(care(it).comeBack(cup, true)))
                .then(it -> changed(care(it).refund(cup, yuan("0.00"))))
                .build();

        Quote quote = quote(Standing.of(sent), RequestedChange.drop(1));
        Order without = changed(sent.modify(quote.modification(), Map.of(), OrderTerms.STANDARD, LI_HERSELF, NOW));
        Quote again = quote(Standing.of(without), RequestedChange.more(2, 1));

        assertThat(quote.refund()).isEqualTo(yuan("99.00"));
        assertThat(quote.payableAfter()).isEqualTo(without.payable()).isEqualTo(yuan("6.00"));
        assertThat(again.due()).isEqualTo(yuan("10.00"));
    }

    private static Aftercare care(Order order) {
        return Aftercare.of(order, "return-1", OrderTerms.STANDARD, WAREHOUSE, NOW);
    }

    @Test
    void another_colour_is_priced_line_by_line_and_the_difference_is_due() {
        Order order = anOrder()
                .with("kettle", 2, "99.00")
                .with("cup", 1, "10.00")
                .paid()
                .build();

        Quote quote = quote(Standing.of(order), RequestedChange.swap(1, 1, new Sku("red-kettle")));

        assertThat(quote.isFeasible()).isTrue();
        assertThat(quote.lines())
                .containsExactly(
                        new QuotedLine(1, new Sku("kettle"), "A kettle", yuan("99.00"), 2, 1, yuan("-99.00")),
                        new QuotedLine(0, new Sku("red-kettle"), "A red-kettle", yuan("109.00"), 0, 1, yuan("109.00")));
        assertThat(quote.goodsDifference()).isEqualTo(yuan("10.00"));
        assertThat(quote.due()).isEqualTo(yuan("10.00"));
        assertThat(quote.agreements())
                .containsExactlyInAnyOrder(Agreement.PAY_DIFFERENCE, Agreement.RECEIVE_OTHER_GOODS);
    }

    @Test
    void what_is_carried_out_is_what_was_quoted_and_the_rest_is_bit_identical() {
        Order order = anOrder()
                .with("kettle", 2, "99.00")
                .with("cup", 3, "10.00")
                .paid()
                .build();
        Quote quote = quote(Standing.of(order), RequestedChange.fewer(2, 1), RequestedChange.address(BEIJING));

        Order after = apply(order, quote);

        assertThat(after.payable()).isEqualTo(quote.payableAfter());
        assertThat(after.recipient().address()).isEqualTo(BEIJING);
        assertThat(after.recipient().name()).isEqualTo(li().name());
        assertThat(after.lines().get(0)).isEqualTo(order.lines().get(0));
        assertThat(after.snapshot().refundRequested()).isEqualTo(quote.refund()).isEqualTo(yuan("8.00"));
    }

    @Test
    void more_of_a_line_joins_it_at_the_same_price_and_stands_beside_it_at_another() {
        Order order = anOrder()
                .with("cup", 1, "10.00")
                .with("kettle", 1, "95.00")
                .paid()
                .build();

        Order after = apply(
                changed(order.topUp(yuan("119.00"), LI_HERSELF, NOW)),
                quote(Standing.of(order), RequestedChange.more(1, 2), RequestedChange.more(2, 1)));

        assertThat(after.lines()).extracting(OrderLine::ordered).containsExactly(3, 1, 1);
        assertThat(after.payable()).isEqualTo(yuan("224.00"));
        assertThat(after.snapshot().refundRequested())
                .isEqualTo(Money.zero(order.total().getCurrencyUnit()));
    }

    @Test
    void adding_and_then_dropping_an_unpaid_line_refunds_nothing() {
        Order order = anOrder().with("cup", 1, "10.00").build();
        Order more = apply(order, quote(Standing.of(order), RequestedChange.add(new Sku("kettle"), 1)));
        Order paidForLess = changed(more.cancel(Map.of(2, 1), LI_HERSELF, NOW));
        Order confirmed = changed(paidForLess.confirm(yuan("10.00"), LI_HERSELF, NOW));

        assertThat(more.payable()).isEqualTo(yuan("109.00"));
        assertThat(confirmed.snapshot().refundRequested()).isEqualTo(yuan("0.00"));
        assertThat(confirmed.payable()).isEqualTo(confirmed.paid());
    }

    @Test
    void repeated_address_edits_do_not_drift() {
        Order order = anOrder().with("cup", 1, "10.00").shippedFor("6.00").build();
        Order moving = order;
        for (int i = 0; i < 50; i++) {
            moving = apply(moving, quote(Standing.of(moving), RequestedChange.address(LHASA)));
            assertThat(moving.payable()).isEqualTo(yuan("40.00"));
            moving = apply(moving, quote(Standing.of(moving), RequestedChange.address(BEIJING)));
            assertThat(moving.payable()).isEqualTo(yuan("18.00"));
        }
        moving = apply(moving, quote(Standing.of(moving), RequestedChange.address(li().address())));
        assertThat(moving.payable()).isEqualTo(order.payable());
    }

    @Test
    void a_changed_price_or_the_address_alone_touches_no_reservation() {
        Order order =
                anOrder().with("cup", 5, "10.00").shippedFor("6.00").paid().build();
        order = changed(order.release(Map.of(1, 2), WAREHOUSE, NOW));
        order = changed(order.pack(1, Map.of(1, 2), WAREHOUSE, NOW));
        order = changed(order.handOver(1, Map.of(1, 2), Map.of(), WAREHOUSE, NOW));

        Order after = apply(order, quote(Standing.of(order), RequestedChange.note("ring twice")));

        assertThat(after.lines()).isEqualTo(order.lines());
    }

    @Test
    void a_line_partly_on_its_way_is_ruled_on_by_the_units_that_are_taken() {
        Order order = anOrder().with("cup", 5, "10.00").paid().build();
        order = changed(order.release(Map.of(1, 2), WAREHOUSE, NOW));
        order = changed(order.pack(1, Map.of(1, 2), WAREHOUSE, NOW));
        order = changed(order.handOver(1, Map.of(1, 2), Map.of(), WAREHOUSE, NOW));
        Standing standing = standing(order, handedOver(order, 1, Map.of(1, 2)));

        assertThat(quote(standing, RequestedChange.fewer(1, 3)).isFeasible()).isTrue();
        Quote tooMany = quote(standing, RequestedChange.fewer(1, 4));
        assertThat(tooMany.changes().get(0).stage()).isEqualTo(Stage.IN_TRANSIT);
        assertThat(tooMany.alternatives())
                .extracting(PricedAlternative::way)
                .containsExactly(Alternative.REFUSE_AT_DOOR, Alternative.RETURN_AFTER_RECEIPT);
    }

    @Test
    void a_refusal_tells_every_other_way_with_its_price() {
        Order order = anOrder()
                .with("kettle", 1, "99.00")
                .paid()
                .released()
                .packed()
                .handedOver()
                .build();

        Quote quote = quote(
                standing(order, handedOver(order, 1, Map.of(1, 1))), RequestedChange.swap(1, 0, new Sku("red-kettle")));

        assertThat(quote.overall().ruling()).isEqualTo(Ruling.OFFER_ALTERNATIVE);
        assertThat(quote.alternatives())
                .containsExactly(
                        new PricedAlternative(Alternative.INTERCEPT_AND_RESHIP, yuan("27.00")),
                        new PricedAlternative(Alternative.EXCHANGE_AFTER_RECEIPT, yuan("12.00")));
    }

    @Test
    void a_packed_parcel_is_recalled_and_its_new_label_paid() {
        Order order =
                anOrder().with("kettle", 1, "99.00").paid().released().packed().build();
        Fulfilment packed = Fulfilment.released(new FulfilmentId(order.id(), 1), Map.of(1, 1))
                .picking()
                .packed();

        Quote quote = quote(standing(order, packed), RequestedChange.address(BEIJING));

        assertThat(quote.overall().approvers()).containsExactly(Approver.WAREHOUSE);
        assertThat(quote.recalls()).containsExactly(1);
        assertThat(quote.fee()).isEqualTo(yuan("5.00"));
        assertThat(quote.shippingDifference()).isEqualTo(yuan("2.00"));
        assertThat(quote.due()).isEqualTo(yuan("7.00"));
        Order back = changed(order.recall(1, Map.of(1, 1), Quantity.PACKED, WAREHOUSE, NOW));
        Order after = apply(changed(back.topUp(yuan("7.00"), LI_HERSELF, NOW)), quote);
        assertThat(after.payable()).isEqualTo(yuan("106.00")).isEqualTo(after.paid());
    }

    @Test
    void stock_that_would_only_be_given_back_does_not_count() {
        Order order = anOrder()
                .with("kettle", 1, "99.00")
                .with("last-one", 1, "5.00")
                .paid()
                .build();

        Quote quote =
                quote(Standing.of(order), RequestedChange.drop(2), RequestedChange.swap(1, 1, new Sku("last-one")));

        assertThat(quote.problems()).containsExactly(new QuoteProblem(1, QuoteProblem.Reason.INSUFFICIENT_STOCK, 0));
    }

    @Test
    void every_problem_is_told_at_once() {
        Order order = anOrder().with("kettle", 1, "99.00").paid().build();

        Quote quote = quote(
                Standing.of(order),
                RequestedChange.more(7, 1),
                RequestedChange.fewer(1, 2),
                RequestedChange.add(new Sku("nobody-knows"), 1),
                RequestedChange.add(new Sku("foreign"), 1),
                RequestedChange.address(li().address()));

        assertThat(quote.problems())
                .extracting(QuoteProblem::change, QuoteProblem::reason)
                .containsExactly(
                        tuple(0, QuoteProblem.Reason.UNKNOWN_LINE),
                        tuple(1, QuoteProblem.Reason.TOO_MANY_UNITS),
                        tuple(2, QuoteProblem.Reason.UNKNOWN_SKU),
                        tuple(3, QuoteProblem.Reason.OTHER_MERCHANT),
                        tuple(4, QuoteProblem.Reason.NOTHING_CHANGES));
        assertThat(quote.isFeasible()).isFalse();
    }

    @Test
    void cancelling_all_gives_everything_back_delivery_included() {
        Order order =
                anOrder().with("kettle", 2, "99.00").shippedFor("6.00").paid().build();

        Quote quote = quote(Standing.of(order), RequestedChange.cancel());
        Order after = apply(order, quote);

        assertThat(quote.refund()).isEqualTo(yuan("204.00"));
        assertThat(after.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(after.snapshot().refundRequested()).isEqualTo(yuan("204.00"));
    }

    @Test
    void money_that_does_not_cover_an_order_changed_meanwhile_is_given_back() {
        Order order = anOrder().with("kettle", 1, "99.00").build();
        Order dearer = apply(order, quote(Standing.of(order), RequestedChange.more(1, 1)));

        assertThat(dearer.confirm(yuan("99.00"), LI_HERSELF, NOW).isChanged()).isFalse();
    }

    @Test
    void a_window_and_a_note_are_written_and_nothing_else() {
        Order order = anOrder().with("kettle", 2, "99.00").paid().build();
        DeliveryWindow evening = new DeliveryWindow(NOW.plusSeconds(3600), NOW.plusSeconds(7200));
        Quote quote =
                quote(standing(order), RequestedChange.deliverWithin(evening), RequestedChange.note("ring twice"));

        Order after = apply(order, quote);

        assertThat(after.wishes()).isEqualTo(new DeliveryWishes(evening, "ring twice"));
        assertThat(after.lines()).isEqualTo(order.lines());
        assertThat(after.recipient()).isEqualTo(order.recipient());
        assertThat(after.payable()).isEqualTo(order.payable());
        assertThat(quote(standing(after), RequestedChange.note("ring twice")).problems())
                .extracting(QuoteProblem::reason)
                .containsExactly(QuoteProblem.Reason.NOTHING_CHANGES);
    }

    @Test
    void a_window_that_is_over_is_no_window() {
        Order order = anOrder().with("kettle", 2, "99.00").paid().build();
        Quote quote =
                quote(standing(order), RequestedChange.deliverWithin(new DeliveryWindow(NOW.minusSeconds(7200), NOW)));

        assertThat(quote.problems()).extracting(QuoteProblem::reason).containsExactly(QuoteProblem.Reason.WINDOW_OVER);
    }

    @Test
    void the_tax_follows_the_orders_own_address_and_comes_back_with_it() {
        Order order = anOrder().with("kettle", 1, "113.00").paid().build();
        Address london = new Address("GB", "", "London", "", "4 High Street", "N1 1AA");
        Quote away = quote(standing(order), RequestedChange.address(london));
        Quote back = quote(
                standing(apply(order, away)),
                RequestedChange.address(order.recipient().address()));

        assertThat(away.taxBefore()).isEqualTo(yuan("13.00"));
        assertThat(away.taxAfter()).isEqualTo(yuan("18.83"));
        assertThat(back.taxAfter()).isEqualTo(yuan("13.00"));
        assertThat(back.payableAfter()).isEqualTo(order.payable());
    }

    @Test
    void a_regions_rate_goes_before_its_countrys_and_a_wrong_table_is_refused_with_every_key() {
        ShippingRates rates = ShippingRates.byRegion(Map.of("CN.CNY", "6.00", "CN.Tibet.CNY", "30.00"));

        assertThat(rates.rate(LHASA, yuan("1.00"))).isEqualTo(yuan("30.00"));
        assertThat(rates.rate(BEIJING, yuan("1.00"))).isEqualTo(yuan("6.00"));
        assertThat(rates.rate(new Address("GB", "", "London", "", "4 High Street", "N1 1AA"), yuan("1.00")))
                .isEqualTo(yuan("0.00"));
        assertThatThrownBy(
                        () -> ShippingRates.byRegion(Map.of("CNY", "1", "CN.CNY", "-1", "CN.XYZ", "1", "CN.EUR", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("[CN.CNY, CN.EUR, CN.XYZ, CNY]");
    }

    @Test
    void a_way_costs_its_fee_for_every_parcel_it_takes() {
        Order order = anOrder()
                .with("kettle", 2, "99.00")
                .paid()
                .released()
                .packed()
                .handedOver()
                .build();
        Quote quote = quote(
                standing(order, handedOver(order, 1, Map.of(1, 1)), handedOver(order, 2, Map.of(1, 1))),
                RequestedChange.address(BEIJING));

        assertThat(quote.alternatives())
                .containsExactly(
                        new PricedAlternative(Alternative.INTERCEPT_AND_REDIRECT, yuan("30.00")),
                        new PricedAlternative(Alternative.REFUSE_AT_DOOR, yuan("0.00")));
    }

    private static Order apply(Order order, Quote quote) {
        assertThat(quote.problems()).isEmpty();
        return changed(order.modify(quote.modification(), Map.of(), OrderTerms.STANDARD, LI_HERSELF, NOW));
    }
}
