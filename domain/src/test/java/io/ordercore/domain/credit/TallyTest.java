package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.CreditFixtures.TODAY;
import static io.ordercore.domain.testkit.CreditFixtures.history;
import static io.ordercore.domain.testkit.CreditFixtures.norms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.testkit.CreditFixtures;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TallyTest {
    private static final CreditNorms NORMS = norms(TODAY);

    @Test
    void any_order_of_arrival_gives_the_same_sums_to_the_last_digit() {
        for (long merchant = 0; merchant < 300; merchant++) {
            List<Evidence> arrived = history(merchant, 120, TODAY);
            Tally expected = Tally.of(arrived, NORMS);
            Collections.shuffle(arrived, new Random(merchant));
            Tally oneByOne = Tally.EMPTY;
            for (Evidence evidence : arrived) {
                oneByOne = oneByOne.with(evidence, NORMS);
            }
            assertThat(oneByOne).isEqualTo(expected);
            assertThat(CreditScore.of(oneByOne, NORMS, TODAY).points())
                    .isEqualTo(CreditScore.of(expected, NORMS, TODAY).points());
        }
    }

    @Test
    void evidence_taken_out_leaves_no_trace() {
        List<Evidence> evidence = history(7, 200, TODAY);
        Tally tally = Tally.of(evidence, NORMS);
        Tally without = tally;
        for (Evidence piece : evidence.subList(50, 200)) {
            without = without.without(piece, NORMS);
        }
        assertThat(without).isEqualTo(Tally.of(evidence.subList(0, 50), NORMS));
    }

    @Test
    void points_lose_a_quarter_each_quarter() {
        Tally tally = Tally.EMPTY.with(new Evidence.PolicyPoints("p", TODAY, 12), NORMS);
        assertThat(tally.quarterPoints(TODAY)).isEqualTo(48);
        assertThat(tally.quarterPoints(TODAY.plusMonths(3))).isEqualTo(36);
        assertThat(tally.quarterPoints(TODAY.plusMonths(9))).isEqualTo(12);
        assertThat(tally.quarterPoints(TODAY.plusMonths(12))).isZero();
        assertThat(tally.quarterPoints(TODAY.minusMonths(3))).isZero();
    }

    @Test
    void a_carriers_fault_is_an_order_without_fault() {
        Tally carrier = Tally.EMPTY.with(CreditFixtures.order("o", TODAY, Evidence.End.DEFECT, Owner.CARRIER), NORMS);
        Tally good = Tally.EMPTY.with(CreditFixtures.order("o", TODAY, Evidence.End.GOOD, Owner.UNKNOWN), NORMS);
        assertThat(carrier).isEqualTo(good);
    }

    @Test
    void what_is_kept_of_it_gives_the_same_tally_back() {
        Tally tally = Tally.of(history(11, 300, TODAY), NORMS)
                .with(new Evidence.PolicyPoints("p", TODAY, 12), NORMS)
                .with(new Evidence.IntegrityBreach("b", TODAY), NORMS);

        Tally kept = Tally.kept(tally.sums(), tally.pointsByQuarter());

        assertThat(kept).isEqualTo(tally).hasSameHashCodeAs(tally);
        assertThat(kept.with(new Evidence.PolicyPoints("q", TODAY, 1), NORMS)).isNotEqualTo(tally);
        assertThat(Tally.kept(tally.sums(), Map.of())).isNotEqualTo(tally);
        List<Long> tooFew = tally.sums().subList(1, 16);
        assertThatThrownBy(() -> Tally.kept(tooFew, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mature_orders_are_counted_and_every_kind_of_failure_weighs_on_its_own_occasions() {
        Tally tally = Tally.of(
                List.of(
                        CreditFixtures.order("a", TODAY, Evidence.End.DEFECT, Owner.MERCHANT),
                        CreditFixtures.order("b", TODAY, Evidence.End.CANCELLED, Owner.MERCHANT),
                        CreditFixtures.order("c", TODAY, Evidence.End.CANCELLED, Owner.MERCHANT),
                        CreditFixtures.order("d", TODAY, Evidence.End.GOOD, Owner.UNKNOWN),
                        new Evidence.HandOver("e", TODAY, true),
                        new Evidence.HandOver("f", TODAY, false),
                        new Evidence.TrackingChecked("g", TODAY, true),
                        new Evidence.Answered("h", TODAY, false),
                        new Evidence.LotJudged("i", TODAY, true),
                        new Evidence.IntegrityBreach("j", TODAY)),
                NORMS);

        assertThat(tally.orders()).isEqualTo(4);
        assertThat(weights(tally::occasions))
                .isEqualTo(Map.of(
                        Indicator.DEFECT, 4L,
                        Indicator.CANCELLATION, 4L,
                        Indicator.HAND_OVER_LATE, 2L,
                        Indicator.TRACKING_INVALID, 1L,
                        Indicator.RESPONSE_LATE, 1L,
                        Indicator.INSPECTION_NOT_ACCEPTED, 1L,
                        Indicator.POLICY_POINTS, 0L,
                        Indicator.INTEGRITY, 0L));
        assertThat(weights(tally::failures))
                .isEqualTo(Map.of(
                        Indicator.DEFECT, 1L,
                        Indicator.CANCELLATION, 2L,
                        Indicator.HAND_OVER_LATE, 1L,
                        Indicator.TRACKING_INVALID, 0L,
                        Indicator.RESPONSE_LATE, 1L,
                        Indicator.INSPECTION_NOT_ACCEPTED, 0L,
                        Indicator.POLICY_POINTS, 0L,
                        Indicator.INTEGRITY, 1L));
    }

    private static Map<Indicator, Long> weights(ToLongFunction<Indicator> of) {
        Map<Indicator, Long> weights = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            weights.put(indicator, of.applyAsLong(indicator) / FixedPoint.ONE);
        }
        return weights;
    }
}
