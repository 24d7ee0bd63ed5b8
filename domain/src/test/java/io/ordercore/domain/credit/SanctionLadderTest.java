package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.CreditFixtures.TODAY;
import static io.ordercore.domain.testkit.CreditFixtures.norms;
import static io.ordercore.domain.testkit.CreditFixtures.orders;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SanctionLadderTest {
    private static final CreditNorms NORMS = norms(TODAY);
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    private static List<Sanction> due(List<? extends Evidence> evidence, CreditTier tier, boolean discontinued) {
        CreditScore score = CreditScore.of(Tally.of(evidence, NORMS), NORMS, TODAY);
        return SanctionLadder.due(score, tier, discontinued, NOW);
    }

    private static List<Evidence> points(int points) {
        return List.of(new Evidence.PolicyPoints("p", TODAY, points));
    }

    @Test
    void a_good_merchant_gets_none() {
        assertThat(due(orders("o", TODAY, 5000, 20), CreditTier.A, false)).isEmpty();
    }

    @Test
    void a_line_is_crossed_only_for_sure() {
        assertThat(due(orders("o", TODAY, 25, 25), CreditTier.N, false)).isEmpty();
        assertThat(due(orders("o", TODAY, 5000, 500), CreditTier.B, false))
                .extracting(Sanction::kind)
                .containsExactly(MeasureKind.NOTICE, MeasureKind.ORDER_CAP);
    }

    @Test
    void the_ladder_climbs_with_points() {
        assertThat(due(points(2), CreditTier.N, false)).isEmpty();
        assertThat(due(points(3), CreditTier.N, false)).hasSize(2);
        assertThat(due(points(6), CreditTier.N, false))
                .extracting(Sanction::kind)
                .contains(MeasureKind.ORDER_CAP);
        assertThat(due(points(9), CreditTier.N, false))
                .extracting(Sanction::kind)
                .contains(MeasureKind.DEMOTION);
        assertThat(due(points(12), CreditTier.N, false))
                .extracting(Sanction::kind)
                .contains(MeasureKind.LISTING_BLOCK);
        assertThat(due(points(15), CreditTier.N, false))
                .extracting(Sanction::kind)
                .contains(MeasureKind.FREEZE);
    }

    @Test
    void deceit_freezes_even_a_newcomer_until_lifted() {
        List<Sanction> sanctions = due(List.of(new Evidence.IntegrityBreach("i", TODAY)), CreditTier.N, false);
        assertThat(sanctions).allMatch(sanction -> sanction.end() == null);
        assertThat(Terms.of(CreditTier.N, sanctions, NOW.plus(Duration.ofDays(400)))
                        .ordersPerDay())
                .isZero();
        List<Sanction> lifted =
                sanctions.stream().map(sanction -> sanction.lifted(NOW)).toList();
        assertThat(Terms.of(CreditTier.N, lifted, NOW)).isEqualTo(Terms.of(CreditTier.N, List.of(), NOW));
    }

    @Test
    void a_discontinued_product_freezes_its_merchant() {
        assertThat(due(List.of(), CreditTier.B, true))
                .extracting(Sanction::kind)
                .containsExactly(MeasureKind.NOTICE, MeasureKind.FREEZE);
    }

    @Test
    void each_measure_is_set_once_by_the_gravest_rule() {
        List<Evidence> evidence = new ArrayList<>(orders("o", TODAY, 2000, 600));
        evidence.addAll(points(6));
        List<Sanction> sanctions = due(evidence, CreditTier.D, false);
        assertThat(sanctions).extracting(Sanction::kind).doesNotHaveDuplicates().contains(MeasureKind.PAYOUT_HOLD);
        assertThat(sanctions.get(0).rule()).isEqualTo(SanctionRule.SIX_POINTS);
    }

    @Test
    void terms_are_perks_less_sanctions() {
        Terms best = Terms.of(CreditTier.S, List.of(), NOW);
        assertThat(best.ordersPerDay()).isNull();
        assertThat(best.exposure()).isEqualTo(1_300);
        assertThat(best.settlementDays()).isEqualTo(1);
        assertThat(best.reducedInspection()).isTrue();
        List<Sanction> sanctions = due(orders("o", TODAY, 2000, 600), CreditTier.D, false);
        Terms worst = Terms.of(CreditTier.D, sanctions, NOW);
        assertThat(worst.ordersPerDay()).isEqualTo(Terms.CAPPED_ORDERS_PER_DAY);
        assertThat(worst.exposure()).isEqualTo(150);
        assertThat(worst.campaigns()).isFalse();
        assertThat(worst.tightenedInspection()).isTrue();
        assertThat(worst.payoutHeld()).isTrue();
        Terms later = Terms.of(CreditTier.D, sanctions, NOW.plus(Duration.ofDays(28)));
        assertThat(later.ordersPerDay()).isNull();
        assertThat(later.exposure()).isEqualTo(300);
    }

    @Test
    void an_appeal_stops_the_clock_of_a_sanction() {
        Sanction cap = due(orders("o", TODAY, 5000, 500), CreditTier.B, false).get(1);
        Sanction paused = cap.paused(NOW.plus(Duration.ofDays(2)));
        assertThat(paused.isInForce(NOW.plus(Duration.ofDays(3)))).isFalse();
        Sanction resumed = paused.resumed(NOW.plus(Duration.ofDays(12)));
        assertThat(resumed.isInForce(NOW.plus(Duration.ofDays(16)))).isTrue();
        assertThat(resumed.isInForce(NOW.plus(Duration.ofDays(17)))).isFalse();
    }

    @Test
    void a_restricted_merchant_with_a_thin_file_is_told_what_costs_it_most_and_not_that_the_file_is_thin() {
        assertThat(due(orders("o", TODAY, 10, 5), CreditTier.C, false))
                .isNotEmpty()
                .extracting(Sanction::reason)
                .containsOnly(ReasonCode.M01_DEFECT);
    }
}
