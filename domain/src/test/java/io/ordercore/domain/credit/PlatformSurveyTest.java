package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.CreditFixtures.LANE;
import static io.ordercore.domain.testkit.CreditFixtures.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.credit.Evidence.End;
import io.ordercore.domain.credit.Evidence.OrderOutcome;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 200 orders of kitchens to the west, 34 of them bad, and 100 of toys to the north, all good. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlatformSurveyTest {
    private static final Lane NORTH = new Lane("east", "north");
    private final CreditNorms norms = surveyed().norms(TODAY);

    private static PlatformSurvey surveyed() {
        PlatformSurvey survey = PlatformSurvey.begun();
        count(survey, 20, "kitchen", LANE, End.DEFECT, Owner.MERCHANT);
        count(survey, 10, "kitchen", LANE, End.CANCELLED, Owner.MERCHANT);
        count(survey, 4, "kitchen", LANE, End.CANCELLED, Owner.BUYER);
        count(survey, 166, "kitchen", LANE, End.GOOD, Owner.MERCHANT);
        count(survey, 100, "toys", NORTH, End.GOOD, Owner.MERCHANT);
        survey.add(Indicator.HAND_OVER_LATE, true);
        survey.add(Indicator.HAND_OVER_LATE, false);
        survey.add(Indicator.HAND_OVER_LATE, false);
        survey.add(Indicator.HAND_OVER_LATE, false);
        return survey;
    }

    private static void count(PlatformSurvey survey, int orders, String category, Lane lane, End end, Owner owner) {
        for (int i = 0; i < orders; i++) {
            survey.add(new OrderOutcome("o" + i, TODAY, TODAY, category, lane, end, owner));
        }
    }

    @Test
    void means_are_shares_of_what_could_have_gone_wrong() {
        assertThat(norms.reference()).isEqualTo(TODAY);
        assertThat(norms.means())
                .isEqualTo(Map.of(
                        Indicator.DEFECT, 66_666_666L,
                        Indicator.CANCELLATION, 33_333_333L,
                        Indicator.HAND_OVER_LATE, 250_000_000L));
        assertThat(norms.badOrders()).as("34 of 300").isEqualTo(113_333_333L);
    }

    @Test
    void categories_lean_on_the_mean_as_if_by_100_orders_and_lanes_as_if_by_60() {
        assertThat(norms.attributed())
                .isEqualTo(new CreditNorms.Rates(
                        100_000_000L,
                        Map.of("kitchen", 133_333_333L, "toys", 50_000_000L),
                        Map.of(LANE, 138_461_538L, NORTH, 37_500_000L)));
        assertThat(norms.overall())
                .isEqualTo(new CreditNorms.Rates(
                        113_333_333L,
                        Map.of("kitchen", 151_111_111L, "toys", 56_666_666L),
                        Map.of(LANE, 156_923_076L, NORTH, 42_499_999L)));
    }

    @Test
    void what_is_expected_of_an_order_is_the_mean_times_what_its_category_and_lane_say() {
        assertThat(norms.expected("kitchen", LANE)).isEqualTo(184_615_380L);
        assertThat(norms.expected("toys", NORTH)).isEqualTo(18_750_000L);
        assertThat(norms.expected("phones", new Lane("west", "west"))).isEqualTo(100_000_000L);
        assertThat(new CreditNorms.Rates(0, Map.of(), Map.of()).expected("toys", NORTH))
                .as("one per cent at least")
                .isEqualTo(10_000_000L);
    }

    @Test
    void a_survey_of_nothing_says_nothing() {
        assertThat(PlatformSurvey.begun().norms(TODAY).badOrders()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 500000000", "500000000, 500000000", "500000000, 400000000", "1, 1000000000"})
    void the_best_are_better_than_the_worst_and_neither_is_without_fault_or_hope(long best, long worst) {
        assertThatThrownBy(() -> new CreditNorms(TODAY, Map.of(), 0, norms.attributed(), norms.overall(), best, worst))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_spread_is_never_empty() {
        CreditNorms narrow = norms.spread(300_000_000, 100_000_000);
        assertThat(narrow.best()).isEqualTo(300_000_000);
        assertThat(narrow.worst()).isEqualTo(300_000_001);
        assertThat(norms.spread(0, 2_000_000_000).best()).isEqualTo(100_000);
        assertThat(norms.spread(0, 2_000_000_000).worst()).isEqualTo(999_900_000);
    }

    @Test
    void a_platform_starts_with_norms_by_which_a_newcomer_is_fair() {
        CreditNorms starting = CreditNorms.starting(TODAY);
        CreditScore newcomer = CreditScore.of(Tally.EMPTY, starting, TODAY);

        assertThat(newcomer.points()).isEqualTo(newcomer.averagePoints()).isBetween(50_000, 75_000);
        assertThat(starting.mean(Indicator.DEFECT) + starting.mean(Indicator.CANCELLATION))
                .isEqualTo(starting.expected("anything", LANE));
    }
}
