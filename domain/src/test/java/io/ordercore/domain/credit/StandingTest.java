package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.CreditFixtures.TODAY;
import static io.ordercore.domain.testkit.CreditFixtures.norms;
import static io.ordercore.domain.testkit.CreditFixtures.orders;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores are made of so many orders with so many defects, on a platform where a tenth is usual. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StandingTest {
    private static final CreditNorms NORMS = norms(TODAY);

    @ParameterizedTest(name = "{0} proposed {1}, {2} orders {3} bad, clean run {4}: {5} proposed {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                // a thin file is neither praised nor blamed
                "N, -,   20,  20,  0, N, -",
                "N, -,   20,   0, 20, N, -",
                // a first file is B, whatever it promises
                "N, -, 2000,   0,  0, B, S",
                "N, -, 2000, 200,  0, B, -",
                "N, -, 2000, 600,  0, D, -",
                // up: twice in a row, surely, the lower of the two
                "B, -, 2000,   0,  0, B, S",
                "B, S, 2000,   0,  0, S, -",
                "B, A, 2000,   0,  0, A, -",
                "B, S, 2000, 200,  0, B, -",
                // down: once, surely
                "S, -, 2000, 600,  0, D, -",
                "A, -, 2000, 200,  0, B, -",
                "B, -,   45,  12,  0, B, -",
                // a clean run lifts who was restricted
                "C, -,   60,   6, 30, B, -",
                "D, -,   60,   6, 29, D, C",
                "D, -,   60,   6, 30, C, -"
            })
    void an_evaluation_moves_the_tier_only_when_it_is_sure(
            CreditTier tier,
            @Nullable CreditTier proposed,
            int orders,
            int bad,
            int cleanRun,
            CreditTier expected,
            @Nullable CreditTier nextProposed) {
        CreditScore score = CreditScore.of(Tally.of(orders("o", TODAY, orders, bad), NORMS), NORMS, TODAY);
        Standing after =
                new Standing(tier, TODAY.minusMonths(1), proposed, TODAY.minusMonths(1)).evaluated(score, cleanRun);
        assertThat(after.tier()).as("%s points", score.points()).isEqualTo(expected);
        assertThat(after.proposed()).isEqualTo(nextProposed);
        assertThat(after.since()).isEqualTo(expected == tier ? TODAY.minusMonths(1) : TODAY);
    }

    @Test
    void a_score_within_three_points_of_the_line_moves_nobody() {
        for (int bad = 0; bad <= 600; bad += 5) {
            CreditScore score = CreditScore.of(Tally.of(orders("o", TODAY, 2000, bad), NORMS), NORMS, TODAY);
            for (CreditTier tier : CreditTier.RATED) {
                if (Math.abs(score.points() - tier.line()) < 3_000) {
                    Standing after = new Standing(tier, TODAY, null, TODAY).evaluated(score, 0);
                    assertThat(after.tier())
                            .as("%s at %s", tier, score.points())
                            .isEqualTo(tier);
                }
            }
        }
    }

    /** A million orders leave no doubt: what is left is the margin of three points, here around the line of A. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "B, 77999, B, -",
                "B, 78000, B, A",
                "A, 72000, A, -",
                "A, 71999, B, -",
            })
    void three_points_over_a_line_raise_and_more_than_three_under_it_lower(
            CreditTier tier, int points, CreditTier expected, @Nullable CreditTier proposed) {
        CreditScore score = surely(points);
        assertThat(score.points()).isEqualTo(points);

        Standing after = new Standing(tier, TODAY.minusMonths(1), null, TODAY.minusMonths(1)).evaluated(score, 0);

        assertThat(after.tier()).isEqualTo(expected);
        assertThat(after.proposed()).isEqualTo(proposed);
    }

    /** So many thousandths of a point by defects alone, all else average. */
    private static CreditScore surely(int points) {
        long others = NORMS.averageParts().entrySet().stream()
                .filter(part -> part.getKey() != Indicator.DEFECT)
                .mapToLong(Map.Entry::getValue)
                .sum();
        long rate = NORMS.badnessAt(points) - others;
        long orders = 1_000_000;
        long failures = rate * (orders + 30) + orders - NORMS.mean(Indicator.DEFECT) * 30;
        Long[] sums = new Long[16];
        Arrays.fill(sums, 0L);
        sums[0] = orders * FixedPoint.ONE;
        sums[5] = failures;
        return CreditScore.of(Tally.kept(List.of(sums), Map.of()), NORMS, TODAY);
    }
}
