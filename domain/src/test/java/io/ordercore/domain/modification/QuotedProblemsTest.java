package io.ordercore.domain.modification;

import static io.ordercore.domain.modification.QuotingFixtures.BEIJING;
import static io.ordercore.domain.modification.QuotingFixtures.quote;
import static io.ordercore.domain.modification.QuotingFixtures.standing;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.li;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static io.ordercore.domain.testkit.OrderBuilder.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.modification.QuoteProblem.Reason;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderModification.AddedLine;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.testkit.OrderBuilder;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in the way of a change besides the ruling, and what the buyer must agree to. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuotedProblemsTest {
    private static final Order TWO_LINES =
            anOrder().with("kettle", 2, "99.00").with("cup", 3, "10.00").paid().build();
    private static final RequestedChange EVENING =
            RequestedChange.deliverWithin(new DeliveryWindow(TUESDAY_MORNING, TUESDAY_MORNING.plusSeconds(1)));

    @Test
    void all_there_is_of_some_goods_can_be_added() {
        Quote quote = quote(Standing.of(TWO_LINES), RequestedChange.add(new Sku("kettle"), 10));

        assertThat(quote.problems()).isEmpty();
        assertThat(quote.modification().added())
                .containsExactly(new AddedLine(new Sku("kettle"), "A kettle", yuan("99.00"), 10));
    }

    @ParameterizedTest
    @CsvSource({
        "kettle, 11, INSUFFICIENT_STOCK, 10",
        "last-one, 1, INSUFFICIENT_STOCK, 0",
        "oversold, 1, INSUFFICIENT_STOCK, 0",
        "unreviewed, 1, NOT_ORDERABLE, 0",
        "import, 1, OTHER_CURRENCY, 0",
    })
    void goods_that_cannot_be_ordered_or_promised_are_not_added(String sku, int units, Reason reason, long available) {
        Quote quote = quote(Standing.of(TWO_LINES), RequestedChange.add(new Sku(sku), units));

        assertThat(quote.problems()).containsExactly(new QuoteProblem(0, reason, available));
        assertThat(quote.modification().added()).isEmpty();
    }

    @Test
    void two_changes_that_need_the_same_goods_share_what_there_is() {
        Quote quote = quote(
                Standing.of(TWO_LINES),
                RequestedChange.add(new Sku("kettle"), 4),
                RequestedChange.add(new Sku("kettle"), 6),
                RequestedChange.more(1, 1));

        assertThat(quote.problems()).containsExactly(new QuoteProblem(2, Reason.INSUFFICIENT_STOCK, 10));
        assertThat(quote.modification().grown()).isEmpty();
    }

    static Stream<Arguments> contradictions() {
        RequestedChange address = RequestedChange.address(BEIJING);
        RequestedChange contact = RequestedChange.contact("Li Bo", new PhoneNumber("+86 138 0000 0001"));
        return Stream.of(
                Arguments.of("one address after another", List.of(address, RequestedChange.address(li().address()))),
                Arguments.of(
                        "one contact after another", List.of(contact, RequestedChange.contact("Li Cai", li().phone()))),
                Arguments.of(
                        "one note after another", List.of(RequestedChange.note("ring"), RequestedChange.note("knock"))),
                Arguments.of("more after fewer", List.of(RequestedChange.fewer(1, 1), RequestedChange.more(1, 1))),
                Arguments.of("fewer after more", List.of(RequestedChange.more(1, 1), RequestedChange.fewer(1, 1))),
                Arguments.of("more after more", List.of(RequestedChange.more(1, 1), RequestedChange.more(1, 2))),
                Arguments.of(
                        "cancelled after anything else",
                        List.of(RequestedChange.note("ring"), RequestedChange.cancel())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void changes_that_exclude_each_other_are_named(String what, List<RequestedChange> changes) {
        Quote quote = quote(Standing.of(TWO_LINES), changes.toArray(RequestedChange[]::new));

        assertThat(quote.problems())
                .as(what)
                .containsExactly(new QuoteProblem(1, Reason.CONTRADICTS_ANOTHER_CHANGE, 0));
    }

    @Test
    void nothing_can_be_taken_of_a_cancelled_order() {
        Quote quote = quote(Standing.of(TWO_LINES), RequestedChange.cancel(), RequestedChange.drop(1));

        assertThat(quote.problems()).containsExactly(new QuoteProblem(1, Reason.NOTHING_CHANGES, 0));
    }

    @Test
    void changes_of_different_lines_or_matters_go_together() {
        Quote quote = quote(
                Standing.of(TWO_LINES),
                RequestedChange.more(1, 1),
                RequestedChange.fewer(2, 1),
                RequestedChange.fewer(2, 1),
                RequestedChange.address(BEIJING),
                RequestedChange.contact("Li Bo", new PhoneNumber("+86 138 0000 0001")),
                EVENING,
                RequestedChange.note("ring"));

        assertThat(quote.problems()).isEmpty();
        assertThat(quote.modification().grown()).isEqualTo(Map.of(1, 1));
        assertThat(quote.modification().taken()).isEqualTo(Map.of(2, 2));
        assertThat(quote.modification().recipient()).satisfies(to -> {
            assertThat(to.name()).isEqualTo("Li Bo");
            assertThat(to.phone()).isEqualTo(new PhoneNumber("+86 138 0000 0001"));
            assertThat(to.address()).isEqualTo(BEIJING);
        });
    }

    static Stream<Arguments> changesThatChangeNothing() {
        return Stream.of(
                Arguments.of(RequestedChange.swap(1, 1, new Sku("kettle")), Reason.NOTHING_CHANGES, 0),
                Arguments.of(RequestedChange.contact(li().name(), li().phone()), Reason.NOTHING_CHANGES, 0),
                Arguments.of(RequestedChange.swap(7, 1, new Sku("kettle")), Reason.UNKNOWN_LINE, 0),
                Arguments.of(RequestedChange.drop(7), Reason.UNKNOWN_LINE, 0),
                Arguments.of(RequestedChange.more(7, 1), Reason.UNKNOWN_LINE, 0),
                Arguments.of(RequestedChange.swap(1, 3, new Sku("red-kettle")), Reason.TOO_MANY_UNITS, 2),
                Arguments.of(RequestedChange.fewer(2, 4), Reason.TOO_MANY_UNITS, 3));
    }

    @ParameterizedTest
    @MethodSource("changesThatChangeNothing")
    void what_cannot_be_done_takes_nothing_and_needs_nothing(RequestedChange change, Reason reason, long available) {
        Quote quote = quote(Standing.of(TWO_LINES), change);

        assertThat(quote.problems()).containsExactly(new QuoteProblem(0, reason, available));
        assertThat(quote.lines()).isEmpty();
        assertThat(quote.payableAfter()).isEqualTo(quote.payableBefore());
        assertThat(quote.agreements())
                .doesNotContain(Agreement.RECEIVE_LESS, Agreement.RECEIVE_OTHER_GOODS, Agreement.PAY_DIFFERENCE);
    }

    @Test
    void every_unit_of_a_line_can_be_swapped_without_counting_them() {
        Quote quote = quote(Standing.of(TWO_LINES), RequestedChange.swap(1, 0, new Sku("red-kettle")));

        assertThat(quote.problems()).isEmpty();
        assertThat(quote.modification().taken()).isEqualTo(Map.of(1, 2));
        assertThat(quote.modification().added())
                .containsExactly(new AddedLine(new Sku("red-kettle"), "A red-kettle", yuan("109.00"), 2));
    }

    @Test
    void more_of_a_discounted_line_is_a_line_of_its_own() {
        Order order = anOrder().with("kettle", 2, "99.00", "10.00").paid().build();

        Quote quote = quote(Standing.of(order), RequestedChange.more(1, 1));

        assertThat(quote.modification().grown()).isEmpty();
        assertThat(quote.modification().added())
                .containsExactly(new AddedLine(new Sku("kettle"), "A kettle", yuan("99.00"), 1));
    }

    @Test
    void a_line_grows_to_the_most_a_line_can_have() {
        Order order = anOrder()
                .with("button", PurchaseLine.MOST_UNITS - 1, "0.10")
                .paid()
                .build();

        assertThat(quote(Standing.of(order), RequestedChange.more(1, 1)).problems())
                .isEmpty();
        assertThat(quote(Standing.of(order), RequestedChange.more(1, 2)).problems())
                .containsExactly(new QuoteProblem(0, Reason.TOO_MANY_UNITS, 0));
    }

    @Test
    void an_order_grows_to_the_most_lines_it_can_have_and_then_there_is_a_new_order() {
        OrderBuilder lines = anOrder();
        for (int i = 1; i < PurchaseRequest.MOST_LINES; i++) {
            lines.with("button", 1, "0.10");
        }
        Order order = lines.paid().build();
        RequestedChange more = RequestedChange.add(new Sku("button"), 1);

        assertThat(quote(Standing.of(order), more).problems()).isEmpty();
        Quote tooMany = quote(Standing.of(order), more, more);
        assertThat(tooMany.problems()).containsExactly(new QuoteProblem(1, Reason.TOO_MANY_LINES, 0));
        assertThat(tooMany.alternatives()).containsExactly(new PricedAlternative(Alternative.NEW_ORDER, yuan("0.00")));
    }

    @Test
    void what_stands_in_the_way_of_several_changes_offers_its_way_once() {
        Quote quote = quote(
                Standing.of(TWO_LINES),
                RequestedChange.add(new Sku("foreign"), 1),
                RequestedChange.add(new Sku("import"), 1));

        assertThat(quote.alternatives()).extracting(PricedAlternative::way).containsExactly(Alternative.NEW_ORDER);
    }

    @Test
    void a_line_that_is_emptied_while_another_comes_does_not_empty_the_order() {
        Order order =
                anOrder().with("kettle", 1, "99.00").shippedFor("6.00").paid().build();

        Quote swapped = quote(Standing.of(order), RequestedChange.swap(1, 0, new Sku("red-kettle")));
        assertThat(swapped.payableAfter()).isEqualTo(yuan("115.00"));

        Quote emptied = quote(Standing.of(order), RequestedChange.drop(1));
        assertThat(emptied.payableAfter()).isEqualTo(yuan("0.00"));
        assertThat(emptied.shippingDifference()).isEqualTo(yuan("-6.00"));
        assertThat(emptied.modification().shipping())
                .as("what was charged stays written, nothing of it is owed")
                .isEqualTo(yuan("6.00"));
    }

    @Test
    void what_the_buyers_bank_claims_is_not_given_back_too() {
        assertThat(problemsWhenRefundable("198.00")).isEmpty();
        assertThat(problemsWhenRefundable("197.99")).containsExactly(new QuoteProblem(0, Reason.DISPUTED, 0));
    }

    private static List<QuoteProblem> problemsWhenRefundable(String amount) {
        Standing disputed =
                new Standing(TWO_LINES, List.of(), Set.of(), null, Duration.ofDays(7), false, Set.of(), yuan(amount));
        return quote(disputed, RequestedChange.drop(1)).problems();
    }

    static Stream<Arguments> agreements() {
        return Stream.of(
                Arguments.of(RequestedChange.more(1, 1), Set.of(Agreement.PAY_DIFFERENCE)),
                Arguments.of(RequestedChange.fewer(1, 1), Set.of(Agreement.RECEIVE_LESS)),
                Arguments.of(RequestedChange.drop(1), Set.of(Agreement.RECEIVE_LESS)),
                Arguments.of(RequestedChange.cancel(), Set.of(Agreement.RECEIVE_LESS)),
                Arguments.of(RequestedChange.note("ring"), Set.of()),
                Arguments.of(EVENING, Set.of()),
                Arguments.of(
                        RequestedChange.address(BEIJING), Set.of(Agreement.NEW_DESTINATION, Agreement.PAY_DIFFERENCE)),
                Arguments.of(
                        RequestedChange.swap(2, 1, new Sku("kettle")),
                        Set.of(Agreement.RECEIVE_OTHER_GOODS, Agreement.PAY_DIFFERENCE)));
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void the_buyer_agrees_to_what_a_change_means_and_to_nothing_else(
            RequestedChange change, Set<Agreement> agreements) {
        assertThat(quote(standing(TWO_LINES), change).agreements()).isEqualTo(agreements);
    }

    @Test
    void what_nobody_paid_for_yet_is_neither_due_nor_given_back() {
        Order unpaid = anOrder().with("kettle", 2, "99.00").build();

        assertThat(quote(Standing.of(unpaid), RequestedChange.more(1, 1)).due()).isEqualTo(yuan("0.00"));
        assertThat(quote(Standing.of(unpaid), RequestedChange.fewer(1, 1)).refund())
                .isEqualTo(yuan("0.00"));
    }

    @Test
    void a_line_of_which_some_were_cancelled_counts_only_what_is_left() {
        Order order = changed(TWO_LINES.cancel(Map.of(2, 1), LI_HERSELF, TUESDAY_MORNING));

        Quote quote = quote(Standing.of(order), RequestedChange.more(2, 4));

        assertThat(quote.lines())
                .containsExactly(new QuotedLine(2, new Sku("cup"), "A cup", yuan("10.00"), 2, 6, yuan("40.00")));
        assertThat(quote(Standing.of(order), RequestedChange.fewer(2, 3)).problems())
                .containsExactly(new QuoteProblem(0, Reason.TOO_MANY_UNITS, 2));
    }

    @Test
    void a_request_has_up_to_200_changes() {
        RequestedChange note = RequestedChange.note("ring");
        assertThat(quote(Standing.of(TWO_LINES), Collections.nCopies(200, note).toArray(RequestedChange[]::new))
                        .changes())
                .hasSize(200);
        assertThatThrownBy(() -> quote(
                        Standing.of(TWO_LINES), Collections.nCopies(201, note).toArray(RequestedChange[]::new)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> quote(Standing.of(TWO_LINES))).isInstanceOf(IllegalArgumentException.class);
    }
}
