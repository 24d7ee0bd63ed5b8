package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TermsTest {
    private static final Instant NOW = TUESDAY_MORNING;

    @ParameterizedTest
    @CsvSource({
        "S, 1300, 1, 20, true, true",
        "A, 1150, 3, 50, true, true",
        "B, 1000, 7, 100, true, false",
        "C, 700, 14, 150, false, false",
        "D, 300, 30, 300, false, false",
        "N, 800, 7, 100, true, false",
    })
    void each_tier_has_its_terms(
            CreditTier tier, int exposure, int days, int deposit, boolean campaigns, boolean reduced) {
        assertThat(Terms.of(tier, List.of(), NOW))
                .isEqualTo(new Terms(exposure, null, days, deposit, campaigns, reduced, false, true, false));
    }

    @Test
    void each_measure_takes_its_part() {
        assertThat(under(MeasureKind.NOTICE)).isEqualTo(Terms.of(CreditTier.S, List.of(), NOW));
        assertThat(under(MeasureKind.ORDER_CAP).ordersPerDay()).isEqualTo(Terms.CAPPED_ORDERS_PER_DAY);
        assertThat(under(MeasureKind.CAMPAIGN_BAN).campaigns()).isFalse();
        assertThat(under(MeasureKind.TIGHTENED_INSPECTION).tightenedInspection())
                .isTrue();
        assertThat(under(MeasureKind.TIGHTENED_INSPECTION).reducedInspection()).isFalse();
        assertThat(under(MeasureKind.DEMOTION).exposure()).isEqualTo(650);
        assertThat(under(MeasureKind.RAISED_DEPOSIT).depositPerMille()).isEqualTo(40);
        assertThat(under(MeasureKind.PAYOUT_HOLD).payoutHeld()).isTrue();
        assertThat(under(MeasureKind.LISTING_BLOCK).newListings()).isFalse();
        assertThat(under(MeasureKind.LISTING_BLOCK).campaigns()).isTrue();
    }

    @Test
    void frozen_a_merchant_sells_nothing() {
        assertThat(under(MeasureKind.FREEZE, MeasureKind.ORDER_CAP))
                .isEqualTo(new Terms(0, 0, 1, 20, false, false, true, false, false));
    }

    @Test
    void a_measure_that_is_over_takes_nothing() {
        Sanction over = new Sanction(
                MeasureKind.FREEZE, SanctionRule.TIER_D, ReasonCode.M01_DEFECT, NOW.minusSeconds(2), NOW, null);
        assertThat(Terms.of(CreditTier.S, List.of(over), NOW)).isEqualTo(Terms.of(CreditTier.S, List.of(), NOW));
    }

    @ParameterizedTest
    @CsvSource({"90000, S", "89999, A", "75000, A", "74999, B", "50000, B", "49999, C", "30000, C", "29999, D", "-1, D"
    })
    void a_score_has_its_tier(int points, CreditTier tier) {
        assertThat(CreditTier.at(points)).isEqualTo(tier);
    }

    @Test
    void a_newcomer_stands_where_b_stands() {
        assertThat(CreditTier.N.isBetterThan(CreditTier.B)).isFalse();
        assertThat(CreditTier.N.isBetterThan(CreditTier.C)).isTrue();
        assertThat(CreditTier.N.oneUp()).isEqualTo(CreditTier.A);
        assertThat(CreditTier.S.oneUp()).isEqualTo(CreditTier.S);
    }

    @Test
    void a_payout_waits_or_is_free_but_for_what_is_withheld() {
        Payout payout = Payout.owed(order(1), TEA_HOUSE, yuan("9.00"), NOW, NOW.plusSeconds(9));
        assertThat(payout.held(NOW.plusSeconds(99)))
                .isEqualTo(Payout.owed(order(1), TEA_HOUSE, yuan("9.00"), NOW, NOW.plusSeconds(99)));
        Payout released = payout.released(yuan("0.90"), NOW.plusSeconds(10));
        assertThat(released.releasedAt()).isEqualTo(NOW.plusSeconds(10));
        assertThat(released.paid()).isEqualTo(yuan("8.10"));
        assertThatThrownBy(() -> payout.released(yuan("9.01"), NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Terms under(MeasureKind... kinds) {
        return Terms.of(
                CreditTier.S,
                Stream.of(kinds)
                        .map(kind -> new Sanction(
                                kind, SanctionRule.TIER_D, ReasonCode.M01_DEFECT, NOW, NOW.plusSeconds(1), null))
                        .toList(),
                NOW);
    }
}
