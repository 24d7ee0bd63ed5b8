package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.CreditFixtures.LANE;
import static io.ordercore.domain.testkit.CreditFixtures.TODAY;
import static io.ordercore.domain.testkit.CreditFixtures.history;
import static io.ordercore.domain.testkit.CreditFixtures.norms;
import static io.ordercore.domain.testkit.CreditFixtures.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CreditScoreTest {
    private static final CreditNorms NORMS = norms(TODAY);

    private static CreditScore scoreOf(List<? extends Evidence> evidence) {
        return CreditScore.of(Tally.of(evidence, NORMS), NORMS, TODAY);
    }

    @Test
    void a_merchant_nothing_is_known_of_is_average() {
        CreditScore score = scoreOf(List.of());
        assertThat(score.points()).isEqualTo(score.averagePoints());
        assertThat(score.isThin()).isTrue();
        assertThat(score.relativeRisk()).isEqualTo(FixedPoint.ONE);
        assertThat(score.reasons().get(0).code()).isEqualTo(ReasonCode.M08_THIN_FILE);
        assertThat(score.reasons().get(0).goodToClear()).isEqualTo(30);
    }

    @Test
    void rates_are_shrunk_as_if_by_thirty_average_orders() {
        // 100 orders of 30 days ago, 50 bad: weight 0.891 each
        CreditScore score = scoreOf(orders("o", TODAY, 100, 50));
        double weight = 100 * Math.pow(0.5, 30 / 180.0);
        double expected = (weight / 2 + 30 * 0.1) / (weight + 30);
        assertThat(score.parts().getOrDefault(Indicator.DEFECT, 0L) / 1e9).isCloseTo(expected, within(1e-8));
        double relative = (weight / 2 + 3) / (weight * 0.1 + 3);
        assertThat(score.relativeRisk() / 1e9).isCloseTo(relative, within(1e-6));
        assertThat(score.effectiveOrders()).isEqualTo(89);
    }

    @Test
    void time_forgets_evenly() {
        Tally tally = Tally.of(orders("o", TODAY, 200, 60), NORMS);
        CreditScore now = CreditScore.of(tally, NORMS, TODAY);
        CreditScore later = CreditScore.of(tally, NORMS, TODAY.plusDays(180));
        assertThat(later.points()).isBetween(now.points() + 1, now.averagePoints() - 1);
        assertThat(later.effectiveOrders()).isEqualTo(now.effectiveOrders() / 2);
        CreditNorms laterNorms = norms(TODAY.plusDays(180));
        Tally again = Tally.of(orders("o", TODAY, 200, 60), laterNorms);
        assertThat(CreditScore.of(again, laterNorms, TODAY.plusDays(180)).points())
                .isCloseTo(later.points(), within(1));
    }

    @Test
    void contributions_sum_to_the_distance_from_the_mean_without_error() {
        for (long merchant = 0; merchant < 3000; merchant++) {
            CreditScore score = scoreOf(history(merchant, (int) (merchant % 200), TODAY));
            int sum = score.contributions().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(sum).isEqualTo(score.points() - score.averagePoints());
        }
    }

    @Test
    void an_indicators_part_is_the_badness_without_its_deviation() {
        for (long merchant = 0; merchant < 200; merchant++) {
            CreditScore score = scoreOf(history(merchant, 150, TODAY));
            long sum = 0;
            for (Indicator indicator : Indicator.values()) {
                Map<Indicator, Long> neutral = new EnumMap<>(score.parts());
                neutral.put(indicator, NORMS.averageParts().getOrDefault(indicator, 0L));
                sum += score.badness() - new CreditScore(TODAY, score.tally(), NORMS, neutral).badness();
            }
            assertThat(sum).isEqualTo(score.badness() - scoreOf(List.of()).badness());
        }
    }

    @Test
    void four_reasons_say_what_would_clear_them() {
        CreditScore score = scoreOf(orders("o", TODAY, 200, 10));
        List<Reason> reasons = score.reasons();
        assertThat(reasons).hasSize(4);
        Reason defect = reasons.stream()
                .filter(reason -> reason.code() == ReasonCode.M01_DEFECT)
                .findFirst()
                .orElseThrow();
        assertThat(defect.own()).isCloseTo(50_000_000L, within(1L));
        assertThat(defect.average()).isEqualTo(100_000_000);
        assertThat(defect.contribution()).isPositive();
        double weight = Math.pow(0.5, 30 / 180.0);
        int clearing = (int) defect.goodToClear();
        assertThat(10 * weight / (200 * weight + clearing)).isLessThanOrEqualTo(0.02);
        assertThat(10 * weight / (200 * weight + clearing - 1)).isGreaterThan(0.02);
    }

    @Test
    void every_merchant_gets_four_reasons_the_costliest_first() {
        for (long merchant = 0; merchant < 500; merchant++) {
            CreditScore score = scoreOf(history(merchant, (int) (merchant % 200), TODAY));
            assertThat(score.reasons()).hasSize(4);
            List<Integer> costs = score.reasons().stream()
                    .map(Reason::contribution)
                    .filter(contribution -> contribution < 0)
                    .toList();
            assertThat(costs).isSorted();
            int firstCost = score.isThin() ? 1 : 0;
            if (!costs.isEmpty()) {
                assertThat(score.reasons().get(firstCost).contribution()).isEqualTo(costs.get(0));
            }
        }
    }

    @Test
    void order_risk_is_what_is_normal_times_how_the_merchant_compares() {
        CreditScore average = scoreOf(List.of());
        CreditScore bad = scoreOf(orders("o", TODAY, 300, 90));
        assertThat(average.orderRisk("kitchen", LANE)).isEqualTo(100_000_000);
        assertThat(bad.orderRisk("kitchen", LANE)).isGreaterThan(200_000_000);
    }

    @Test
    void points_fall_with_badness_and_the_ends_hold() {
        assertThat(NORMS.points(65_000_000)).isEqualTo(100_000);
        assertThat(NORMS.points(500_000_000)).isZero();
        int before = 100_000;
        for (long badness = 60_000_000; badness < 520_000_000; badness += 1_000_000) {
            assertThat(NORMS.points(badness)).isLessThanOrEqualTo(before);
            before = NORMS.points(badness);
        }
        for (int points = 1_000; points < 100_000; points += 7_000) {
            long badness = NORMS.badnessAt(points);
            assertThat(NORMS.points(badness)).isGreaterThanOrEqualTo(points);
            assertThat(NORMS.points(badness + 1)).isLessThan(points);
        }
    }

    @Test
    void more_orders_make_it_surer() {
        Confidence few = scoreOf(orders("o", TODAY, 40, 8)).confidence();
        Confidence many = scoreOf(orders("o", TODAY, 4000, 800)).confidence();
        assertThat(many.upperBound() - many.lowerBound()).isLessThan(few.upperBound() - few.lowerBound());
        assertThat(many.isSurelyBelow(50_000)).isTrue();
        assertThat(few.isSurelyBelow(50_000)).isFalse();
        assertThat(many.isSurelyOverLine(Indicator.DEFECT)).isTrue();
        assertThat(many.isSurelyOverLine(Indicator.CANCELLATION)).isFalse();
    }

    @Test
    void norms_do_not_hold_before_they_were_drawn_up() {
        assertThatThrownBy(() -> CreditScore.of(Tally.EMPTY, NORMS, LocalDate.of(2026, 5, 31)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
