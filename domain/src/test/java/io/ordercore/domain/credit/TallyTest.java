package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.CreditFixtures.TODAY;
import static io.ordercore.domain.testkit.CreditFixtures.history;
import static io.ordercore.domain.testkit.CreditFixtures.norms;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.testkit.CreditFixtures;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
}
