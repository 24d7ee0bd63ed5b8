package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.CreditFixtures.LANE;
import static io.ordercore.domain.testkit.CreditFixtures.TODAY;
import static io.ordercore.domain.testkit.CreditFixtures.norms;
import static io.ordercore.domain.testkit.CreditFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ordercore.domain.credit.Evidence.End;
import io.ordercore.domain.testkit.CreditFixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures worked out by hand, from orders bought today: each weighs exactly one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CreditFiguresTest {
    private static final CreditNorms NORMS = norms(TODAY);

    /** A tenth defective and a twentieth cancelled, all of one kind on one lane. */
    private static final CreditNorms WITH_CANCELLATIONS = withCancellations();

    private static CreditNorms withCancellations() {
        PlatformSurvey survey = PlatformSurvey.begun();
        for (int i = 0; i < 1_000; i++) {
            End end = i % 10 == 0 ? End.DEFECT : i % 20 == 1 ? End.CANCELLED : End.GOOD;
            survey.add(order("p" + i, TODAY, end, Owner.MERCHANT));
        }
        return survey.norms(TODAY).spread(65_000_000, 500_000_000);
    }

    private static List<Evidence> bought(int count, int defective, int cancelled) {
        List<Evidence> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            End end = i < defective ? End.DEFECT : i < defective + cancelled ? End.CANCELLED : End.GOOD;
            orders.add(order("o" + i, TODAY, end, Owner.MERCHANT));
        }
        return orders;
    }

    private static CreditScore score(CreditNorms norms, List<? extends Evidence> evidence) {
        return CreditScore.of(Tally.of(evidence, norms), norms, TODAY);
    }

    @ParameterizedTest
    @CsvSource({"0, true, 30", "29, true, 1", "30, false, 0", "31, false, 0"})
    void a_file_is_thin_below_thirty_orders(int orders, boolean thin, long missing) {
        CreditScore score = score(NORMS, bought(orders, 0, 0));
        assertThat(score.isThin()).isEqualTo(thin);
        assertThat(score.ordersUntilRated()).isEqualTo(missing);
    }

    @Test
    void norms_hold_from_their_day_for_three_half_lives() {
        assertThat(CreditScore.of(Tally.EMPTY, NORMS, TODAY.plusDays(540)).isThin())
                .isTrue();
        assertThatThrownBy(() -> CreditScore.of(Tally.EMPTY, NORMS, TODAY.plusDays(541)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CreditScore.of(Tally.EMPTY, NORMS, TODAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** (3 + 9 + 30 x 0.15) / (40 x 0.15 + 30 x 0.15) = 16.5 / 10.5. */
    @Test
    void relative_risk_and_order_risk_count_defects_and_cancellations_alike() {
        CreditScore score = score(WITH_CANCELLATIONS, bought(40, 3, 9));

        assertThat(score.relativeRisk() / 1e9).isCloseTo(16.5 / 10.5, within(1e-8));
        assertThat(score.orderRisk("kitchen", LANE) / 1e9).isCloseTo(0.15 * 16.5 / 10.5, within(1e-8));
    }

    @Test
    void how_many_good_orders_clear_a_line_is_exact() {
        CreditScore score = score(NORMS, bought(10, 1, 0));

        assertThat(score.occasionsToClear(Indicator.DEFECT)).as("1 of 50").isEqualTo(40);
        assertThat(score.occasionsToClear(Indicator.CANCELLATION)).isZero();
        assertThat(score.occasionsToClear(Indicator.INTEGRITY)).as("no rate").isZero();
        assertThat(score.ownValue(Indicator.DEFECT)).isEqualTo(100_000_000);
    }

    @Test
    void a_thin_file_says_how_thin_it_is_and_equal_reasons_come_in_their_order() {
        assertThat(score(NORMS, bought(12, 0, 0)).reasons().get(0))
                .isEqualTo(new Reason(ReasonCode.M08_THIN_FILE, 12_000_000_000L, 0, 30_000_000_000L, 0, 18));
        assertThat(score(NORMS, List.of()).reasons())
                .extracting(Reason::code)
                .containsExactly(
                        ReasonCode.M08_THIN_FILE,
                        ReasonCode.M01_DEFECT,
                        ReasonCode.M02_CANCELLATION,
                        ReasonCode.M03_HAND_OVER_LATE);
    }

    @Test
    void a_reason_is_read_by_its_three_letters() {
        assertThat(ReasonCode.values())
                .extracting(ReasonCode::code)
                .containsExactly("M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09");
    }

    /** The belief about a newcomer is Beta(3, 27), whose 5 and 95 per cent points were solved outside. */
    @Test
    void the_interval_of_a_newcomer_is_wide() {
        Confidence confidence = score(NORMS, List.of()).confidence();

        assertThat(confidence.lowerBound() / 1e9).isCloseTo(0.0287955, within(1e-6));
        assertThat(confidence.upperBound() / 1e9).isCloseTo(0.2015606, within(1e-6));
    }

    @Test
    void a_cancellation_weighs_what_a_defect_weighs() {
        Confidence defects = score(NORMS, bought(100, 15, 0)).confidence();
        Confidence cancellations = score(NORMS, bought(100, 0, 15)).confidence();

        for (int points = 1_000; points < 100_000; points += 1_000) {
            assertThat(cancellations.isSurelyAtLeast(points)).isEqualTo(defects.isSurelyAtLeast(points));
            assertThat(cancellations.isSurelyBelow(points)).isEqualTo(defects.isSurelyBelow(points));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void points_are_over_their_line_when_there_are_more_than_two(int given, boolean over) {
        CreditScore score = score(NORMS, List.of(new Evidence.PolicyPoints("p", TODAY, given)));

        assertThat(score.confidence().isSurelyOverLine(Indicator.POLICY_POINTS)).isEqualTo(over);
        assertThat(score.ownValue(Indicator.POLICY_POINTS)).isEqualTo(given * FixedPoint.ONE);
    }

    @Test
    void any_deceit_is_over_the_line() {
        CreditScore score = score(NORMS, List.of(new Evidence.IntegrityBreach("b", TODAY)));

        assertThat(score.confidence().isSurelyOverLine(Indicator.INTEGRITY)).isTrue();
        assertThat(score(NORMS, List.of()).confidence().isSurelyOverLine(Indicator.INTEGRITY))
                .isFalse();
    }

    @Test
    void what_costs_here_and_helps_there_is_told_although_the_sum_is_average() {
        Map<Indicator, Long> parts = new EnumMap<>(NORMS.averageParts());
        parts.merge(Indicator.DEFECT, 20_000_000L, Long::sum);
        parts.merge(Indicator.HAND_OVER_LATE, -20_000_000L, Long::sum);
        long average = NORMS.averageParts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        int worthOfAThousandth = NORMS.points(average - 1_000_000) - NORMS.points(average);

        Map<Indicator, Integer> contributions = Contributions.of(parts, NORMS);

        assertThat(worthOfAThousandth).isPositive();
        assertThat(contributions)
                .containsEntry(Indicator.DEFECT, -20 * worthOfAThousandth)
                .containsEntry(Indicator.HAND_OVER_LATE, 20 * worthOfAThousandth)
                .containsEntry(Indicator.RESPONSE_LATE, 0);
    }

    /** Rounding down leaves thousandths over; those go where most was cut off. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void what_rounding_leaves_goes_to_the_largest_remainders(long seed) {
        CreditScore score = score(NORMS, CreditFixtures.history(seed, 180, TODAY));
        double run = score(NORMS, List.of()).badness() - (double) score.badness();
        double rise = score.points() - (double) score.averagePoints();
        List<Double> roundedUp = new ArrayList<>();
        List<Double> roundedDown = new ArrayList<>();
        score.contributions().forEach((indicator, points) -> {
            double better = NORMS.averageParts().getOrDefault(indicator, 0L)
                    - (double) score.parts().getOrDefault(indicator, 0L);
            double cut = better * rise / run - Math.floor(better * rise / run);
            assertThat((double) points).isCloseTo(better * rise / run, within(1.0));
            (points > better * rise / run ? roundedUp : roundedDown).add(cut);
        });

        assertThat(roundedUp).allSatisfy(cut -> assertThat(cut).isGreaterThanOrEqualTo(Collections.max(roundedDown)));
    }
}
