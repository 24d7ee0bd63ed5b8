package io.ordercore.domain.modification;

import static io.ordercore.domain.modification.QuotingFixtures.BEIJING;
import static io.ordercore.domain.modification.QuotingFixtures.handedOver;
import static io.ordercore.domain.modification.QuotingFixtures.quote;
import static io.ordercore.domain.modification.QuotingFixtures.standing;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.WAREHOUSE;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static io.ordercore.domain.testkit.OrderBuilder.changed;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.intercept.Resend;
import io.ordercore.domain.modification.QuoteProblem.Reason;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWindow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Quotes for what can no longer be done in place: a carrier stops or turns the parcels. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuotingByWayTest {
    private static final Sku RED = new Sku("red-kettle");

    /** Three kettles and a cup in two parcels. */
    private static final Order ORDER = anOrder()
            .with("kettle", 3, "99.00")
            .with("cup", 1, "10.00")
            .shippedFor("6.00")
            .paid()
            .released()
            .packed()
            .handedOver()
            .build();

    private static final Fulfilment FIRST = handedOver(ORDER, 1, Map.of(1, 2, 2, 1));
    private static final Fulfilment SECOND = handedOver(ORDER, 2, Map.of(1, 1));
    private static final Standing ON_THE_ROAD = standing(ORDER, FIRST, SECOND);

    @Test
    void another_address_turns_every_parcel_for_a_fee_each_and_changes_nothing_else_until_then() {
        Quote quote = quote(ON_THE_ROAD, Alternative.INTERCEPT_AND_REDIRECT, RequestedChange.address(BEIJING));

        assertThat(quote.isFeasible()).isTrue();
        assertThat(quote.way()).isEqualTo(Alternative.INTERCEPT_AND_REDIRECT);
        assertThat(quote.fee()).isEqualTo(quote.due()).isEqualTo(yuan("30.00"));
        assertThat(quote.shippingDifference())
                .as("a parcel that was sent is not rated anew")
                .isEqualTo(yuan("0.00"));
        assertThat(quote.parcels()).isEqualTo(Map.of(1, List.of(), 2, List.of()));
        assertThat(quote.recalls()).isEmpty();
        assertThat(quote.modification().recipient()).isNull();
        assertThat(quote.modification().shipping()).isEqualTo(yuan("36.00"));
        assertThat(quote.agreements())
                .containsExactlyInAnyOrder(
                        Agreement.NEW_DESTINATION,
                        Agreement.NOT_GUARANTEED,
                        Agreement.PAY_DIFFERENCE,
                        Agreement.PAY_FEE);
    }

    @Test
    void tax_stays_with_the_country_it_was_sent_to() {
        Quote quote = quote(
                ON_THE_ROAD,
                Alternative.INTERCEPT_AND_REDIRECT,
                RequestedChange.address(new Address("GB", "", "London", "", "4 High Street", "N1 1AA")));

        assertThat(quote.taxBefore()).as("of 313.00 at 13 %").isEqualTo(yuan("36.01"));
        assertThat(quote.taxAfter()).as("of 343.00 at 13 %").isEqualTo(yuan("39.46"));
    }

    @Test
    void another_time_is_asked_of_the_carrier_and_costs_nothing() {
        DeliveryWindow evening = new DeliveryWindow(TUESDAY_MORNING, TUESDAY_MORNING.plusSeconds(7200));

        Quote quote = quote(ON_THE_ROAD, Alternative.RESCHEDULE_WITH_CARRIER, RequestedChange.deliverWithin(evening));

        assertThat(quote.isFeasible()).isTrue();
        assertThat(quote.fee()).isEqualTo(yuan("0.00"));
        assertThat(quote.parcels()).containsOnlyKeys(1, 2);
        assertThat(quote.modification().wishes()).isNull();
        assertThat(quote.agreements()).containsExactly(Agreement.NOT_GUARANTEED);
    }

    @Test
    void other_goods_are_sent_when_the_parcels_are_back_and_the_rest_again() {
        Quote quote = quote(ON_THE_ROAD, Alternative.INTERCEPT_AND_RESHIP, RequestedChange.swap(1, 0, RED));

        assertThat(quote.isFeasible()).isTrue();
        assertThat(quote.parcels())
                .isEqualTo(Map.of(
                        1, List.of(new Resend(1, 2, red(2)), new Resend(2, 1, null)),
                        2, List.of(new Resend(1, 1, red(1)))));
        assertThat(quote.lines())
                .containsExactly(
                        new QuotedLine(1, new Sku("kettle"), "A kettle", yuan("99.00"), 3, 0, yuan("-297.00")),
                        new QuotedLine(0, RED, "A red-kettle", yuan("109.00"), 0, 3, yuan("327.00")));
        assertThat(quote.goodsDifference()).isEqualTo(yuan("30.00"));
        assertThat(quote.due())
                .as("two parcels at 15.00 and 12.00; the goods' difference is settled later")
                .isEqualTo(yuan("54.00"));
        assertThat(quote.modification().added()).isEmpty();
        assertThat(quote.modification().taken()).isEmpty();
        assertThat(quote.agreements())
                .containsExactlyInAnyOrder(
                        Agreement.RECEIVE_OTHER_GOODS,
                        Agreement.SENT_LATER,
                        Agreement.NOT_GUARANTEED,
                        Agreement.PAY_DIFFERENCE,
                        Agreement.PAY_FEE);
    }

    @Test
    void some_units_are_swapped_parcel_after_parcel_until_there_are_enough() {
        assertThat(quote(ON_THE_ROAD, Alternative.INTERCEPT_AND_RESHIP, RequestedChange.swap(1, 1, RED))
                        .parcels())
                .isEqualTo(Map.of(
                        1, List.of(new Resend(1, 1, red(1)), new Resend(1, 1, null), new Resend(2, 1, null)),
                        2, List.of(new Resend(1, 1, null))));
    }

    @Test
    void only_the_parcels_with_the_line_are_brought_back() {
        Quote quote = quote(ON_THE_ROAD, Alternative.INTERCEPT_AND_RESHIP, RequestedChange.swap(2, 1, RED));

        assertThat(quote.parcels()).isEqualTo(Map.of(1, List.of(new Resend(1, 2, null), new Resend(2, 1, red(1)))));
        assertThat(quote.fee()).isEqualTo(yuan("27.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4, red-kettle, TOO_MANY_UNITS, 3",
        "1, 1, kettle, NOTHING_CHANGES, 0",
        "1, 1, last-one, INSUFFICIENT_STOCK, 0",
        "7, 1, red-kettle, UNKNOWN_LINE, 0",
    })
    void what_is_not_in_the_parcels_or_not_to_be_had_is_not_sent_instead(
            int line, int units, String sku, Reason reason, long available) {
        Quote quote =
                quote(ON_THE_ROAD, Alternative.INTERCEPT_AND_RESHIP, RequestedChange.swap(line, units, new Sku(sku)));

        assertThat(quote.problems()).containsExactly(new QuoteProblem(0, reason, available));
        assertThat(quote.isFeasible()).isFalse();
    }

    @Test
    void a_line_that_is_in_no_parcel_on_the_road_is_not_swapped_there() {
        Quote quote = quote(standing(ORDER, SECOND), Alternative.INTERCEPT_AND_RESHIP, RequestedChange.swap(2, 0, RED));

        assertThat(quote.problems()).containsExactly(new QuoteProblem(0, Reason.TOO_MANY_UNITS, 0));
        assertThat(quote.parcels()).isEmpty();
    }

    @Test
    void a_line_is_swapped_once() {
        Quote quote = quote(
                ON_THE_ROAD,
                Alternative.INTERCEPT_AND_RESHIP,
                RequestedChange.swap(1, 1, RED),
                RequestedChange.swap(1, 1, RED));

        assertThat(quote.problems()).containsExactly(new QuoteProblem(1, Reason.CONTRADICTS_ANOTHER_CHANGE, 0));
    }

    @Test
    void a_cancelled_order_comes_back_and_what_was_not_sent_is_cancelled_at_once() {
        Order order = anOrder().with("kettle", 3, "99.00").paid().build();
        order = changed(order.release(Map.of(1, 1), WAREHOUSE, TUESDAY_MORNING));
        order = changed(order.pack(1, Map.of(1, 1), WAREHOUSE, TUESDAY_MORNING));
        order = changed(order.handOver(1, Map.of(1, 1), Map.of(), WAREHOUSE, TUESDAY_MORNING));

        Quote quote = quote(
                standing(order, handedOver(order, 1, Map.of(1, 1))),
                Alternative.INTERCEPT_AND_RETURN,
                RequestedChange.cancel());

        assertThat(quote.isFeasible()).isTrue();
        assertThat(quote.modification().taken()).isEqualTo(Map.of(1, 2));
        assertThat(quote.refund()).as("198.00 but for the carrier's fee").isEqualTo(yuan("183.00"));
        assertThat(quote.parcels()).isEqualTo(Map.of(1, List.of()));
        assertThat(quote.agreements())
                .containsExactlyInAnyOrder(Agreement.RECEIVE_LESS, Agreement.NOT_GUARANTEED, Agreement.PAY_FEE);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "3, false"})
    void a_carrier_is_asked_about_a_parcel_once(int intercepted, boolean problem) {
        Standing asked = new Standing(
                ORDER, List.of(FIRST), Set.of(), null, Duration.ofDays(7), false, Set.of(intercepted), null);

        Quote quote = quote(asked, Alternative.INTERCEPT_AND_REDIRECT, RequestedChange.address(BEIJING));

        assertThat(quote.problems())
                .isEqualTo(problem ? List.of(new QuoteProblem(0, Reason.ALREADY_INTERCEPTED, 0)) : List.of());
    }

    @ParameterizedTest
    @EnumSource(
            value = Alternative.class,
            names = {"INTERCEPT_AND_RESHIP", "REFUSE_AT_DOOR", "NEW_ORDER"})
    void a_way_that_is_not_offered_or_not_the_carriers_is_not_open(Alternative way) {
        Quote quote = quote(ON_THE_ROAD, way, RequestedChange.address(BEIJING));

        assertThat(quote.isFeasible()).isFalse();
        assertThat(quote.overall().ruling()).isEqualTo(Ruling.OFFER_ALTERNATIVE);
        assertThat(quote.overall().reasons()).contains(RulingReason.WAY_NOT_OPEN);
        assertThat(quote.overall().alternatives())
                .containsExactly(Alternative.INTERCEPT_AND_REDIRECT, Alternative.REFUSE_AT_DOOR);
    }

    @Test
    void there_is_no_way_where_it_can_still_be_done_in_place_nor_for_a_parcel_in_the_warehouse() {
        Order paid = anOrder().paid().build();
        Quote early = quote(Standing.of(paid), Alternative.INTERCEPT_AND_REDIRECT, RequestedChange.address(BEIJING));
        assertThat(early.overall().ruling()).isEqualTo(Ruling.DENY);
        assertThat(early.overall().reasons()).contains(RulingReason.WAY_NOT_OPEN);

        Order released = anOrder().paid().released().build();
        Standing inWarehouse =
                standing(released, Fulfilment.released(new FulfilmentId(released.id(), 1), Map.of(1, 2)));
        Quote tooEarly = quote(inWarehouse, Alternative.INTERCEPT_AND_REDIRECT, RequestedChange.address(BEIJING));
        assertThat(tooEarly.isFeasible()).isFalse();
        assertThat(quote(inWarehouse, RequestedChange.address(BEIJING)).alternatives())
                .as("what it would cost once the parcel is on its way")
                .containsExactly(new PricedAlternative(Alternative.INTERCEPT_AND_REDIRECT, yuan("15.00")));
    }

    @Test
    void what_only_the_warehouse_can_do_is_refused_of_a_carrier() {
        Quote quote = quote(
                ON_THE_ROAD,
                Alternative.INTERCEPT_AND_RETURN,
                RequestedChange.fewer(1, 1),
                RequestedChange.fewer(1, 1));

        assertThat(quote.isFeasible()).isFalse();
        assertThat(quote.problems()).containsExactly(new QuoteProblem(1, Reason.CONTRADICTS_ANOTHER_CHANGE, 0));
        assertThat(quote.lines()).isEmpty();
    }

    private static AddedLine red(int units) {
        return new AddedLine(RED, "A red-kettle", yuan("109.00"), units);
    }
}
