package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CreditFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final Instant NOW = TUESDAY_MORNING;
    private static final Instant IN_A_WEEK = NOW.plus(Duration.ofDays(7));
    private static final Instant IN_A_MONTH = NOW.plus(Duration.ofDays(28));
    private static final CreditFile OPENED = CreditFile.opened(TEA_HOUSE, DAY, DAY, NOW);
    private static final Sanction CAP =
            sanction(MeasureKind.ORDER_CAP, SanctionRule.LINE_CROSSED, ReasonCode.M01_DEFECT, IN_A_WEEK);
    private static final Sanction BAN =
            sanction(MeasureKind.CAMPAIGN_BAN, SanctionRule.THREE_POINTS, ReasonCode.M07_POLICY_POINTS, IN_A_MONTH);
    private static final Sanction FREEZE =
            sanction(MeasureKind.FREEZE, SanctionRule.INSPECTION_DISCONTINUED, ReasonCode.M06_INSPECTION, null);

    @Test
    void a_newcomer_has_no_sanctions_and_version_nought() {
        assertThat(OPENED.sanctions()).isEmpty();
        assertThat(OPENED.version()).isZero();
        assertThat(OPENED.next().version()).isEqualTo(1);
        assertThat(OPENED.nextEnd()).isNull();
        assertThat(OPENED.tier())
                .isEqualTo(MerchantCredit.newcomer(DAY).standing().tier());
        assertThat(OPENED.terms(NOW)).isEqualTo(Terms.of(OPENED.tier(), List.of(), NOW));
        assertThat(OPENED.discontinued(true).discontinued()).isTrue();
        assertThat(OPENED.with(OPENED.credit(), DAY.plusDays(1)).norms()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void the_same_measure_of_the_same_rule_is_set_once_while_it_lasts() {
        CreditFile capped = OPENED.sanctioned(List.of(CAP), NOW);
        assertThat(capped.sanctions()).containsExactly(CAP);
        assertThat(capped.sanctioned(List.of(CAP, BAN), NOW).sanctions()).containsExactly(CAP, BAN);
        Sanction again = new Sanction(CAP.kind(), CAP.rule(), CAP.reason(), IN_A_WEEK, IN_A_MONTH, null);
        assertThat(capped.sanctioned(List.of(again), IN_A_WEEK).sanctions())
                .as("the first is over")
                .containsExactly(CAP, again);
        CreditFile paused = capped.paused(ReasonCode.M01_DEFECT, NOW);
        assertThat(paused.sanctioned(List.of(again), IN_A_WEEK).sanctions()).hasSize(1);
        Sanction byAnother = sanction(MeasureKind.ORDER_CAP, SanctionRule.SIX_POINTS, CAP.reason(), IN_A_WEEK);
        assertThat(capped.sanctioned(List.of(byAnother), NOW).sanctions()).containsExactly(CAP, byAnother);
    }

    @Test
    void the_next_to_end_by_itself_is_neither_paused_nor_endless() {
        CreditFile all = OPENED.sanctioned(List.of(FREEZE, BAN, CAP), NOW);
        assertThat(all.nextEnd()).isEqualTo(IN_A_WEEK);
        assertThat(all.paused(ReasonCode.M01_DEFECT, NOW).nextEnd()).isEqualTo(IN_A_MONTH);
        assertThat(all.assessed(IN_A_WEEK).nextEnd()).isEqualTo(IN_A_MONTH);
        assertThat(OPENED.sanctioned(List.of(FREEZE), NOW).nextEnd()).isNull();
    }

    @Test
    void what_ended_is_told_once() {
        CreditFile all = OPENED.sanctioned(List.of(FREEZE, BAN, CAP), NOW);
        assertThat(all.endedBy(IN_A_WEEK.minusSeconds(1))).isEmpty();
        assertThat(all.endedBy(IN_A_WEEK)).containsExactly(CAP);
        assertThat(all.endedBy(IN_A_MONTH)).containsExactly(BAN, CAP);
        assertThat(all.assessed(IN_A_WEEK).endedBy(IN_A_MONTH)).containsExactly(BAN);
        assertThat(all.paused(ReasonCode.M01_DEFECT, NOW).endedBy(IN_A_WEEK)).isEmpty();
    }

    @Test
    void a_person_lifts_a_measure_and_what_is_over_stays_as_it_was() {
        CreditFile all = OPENED.sanctioned(List.of(FREEZE, CAP), NOW);
        assertThat(all.lifted(MeasureKind.FREEZE, IN_A_WEEK).sanctions())
                .containsExactly(FREEZE.lifted(IN_A_WEEK), CAP);
        assertThat(all.lifted(MeasureKind.ORDER_CAP, IN_A_WEEK).sanctions()).containsExactly(FREEZE, CAP);
        Instant before = IN_A_WEEK.minusSeconds(1);
        assertThat(all.lifted(MeasureKind.ORDER_CAP, before).sanctions()).containsExactly(FREEZE, CAP.lifted(before));
        Sanction paused = CAP.paused(NOW);
        assertThat(OPENED.sanctioned(List.of(paused), NOW)
                        .lifted(MeasureKind.ORDER_CAP, IN_A_MONTH)
                        .sanctions())
                .containsExactly(paused.lifted(IN_A_MONTH));
    }

    @Test
    void measures_whose_ground_is_gone_are_lifted() {
        CreditFile all = OPENED.sanctioned(List.of(CAP, BAN), NOW);
        Instant soon = NOW.plusSeconds(60);
        assertThat(all.liftedUnlessDue(List.of(), rule -> rule == SanctionRule.LINE_CROSSED, soon)
                        .sanctions())
                .containsExactly(CAP.lifted(soon), BAN);
        assertThat(all.liftedUnlessDue(List.of(CAP), rule -> true, soon).sanctions())
                .containsExactly(CAP, BAN.lifted(soon));
        assertThat(all.liftedUnlessDue(List.of(), rule -> true, IN_A_MONTH).sanctions())
                .containsExactly(CAP, BAN);
    }

    @Test
    void an_appeal_pauses_what_rests_on_its_reason_and_its_end_resumes_it() {
        CreditFile all = OPENED.sanctioned(List.of(CAP, BAN), NOW);
        CreditFile paused = all.paused(ReasonCode.M01_DEFECT, NOW);
        assertThat(paused.sanctions()).containsExactly(CAP.paused(NOW), BAN);
        Instant later = NOW.plus(Duration.ofDays(2));
        CreditFile resumed = paused.resumed(ReasonCode.M01_DEFECT, later);
        assertThat(resumed.sanctions()).containsExactly(CAP.paused(NOW).resumed(later), BAN);
        assertThat(resumed.nextEnd()).isEqualTo(IN_A_WEEK.plus(Duration.ofDays(2)));
        assertThat(paused.resumed(ReasonCode.M07_POLICY_POINTS, later)).isEqualTo(paused);
    }

    private static Sanction sanction(MeasureKind kind, SanctionRule rule, ReasonCode reason, @Nullable Instant end) {
        return new Sanction(kind, rule, reason, NOW, end, null);
    }
}
