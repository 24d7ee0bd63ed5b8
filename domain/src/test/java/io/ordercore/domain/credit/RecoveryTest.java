package io.ordercore.domain.credit;

import static io.ordercore.domain.testkit.CreditFixtures.TODAY;
import static io.ordercore.domain.testkit.CreditFixtures.norms;
import static io.ordercore.domain.testkit.CreditFixtures.orders;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecoveryTest {
    private static final CreditNorms NORMS = norms(TODAY);

    @Test
    void what_happened_loses_weight_and_points_come_back() {
        MerchantCredit credit = merchantWithFaults();
        CreditScore today = credit.score(NORMS, TODAY);

        Recovery recovery = Recovery.of(credit, today);

        assertThat(recovery.ifNothingHappens())
                .containsOnlyKeys(TODAY.plusDays(30), TODAY.plusDays(90), TODAY.plusDays(180));
        assertThat(List.copyOf(recovery.ifNothingHappens().values()))
                .isSorted()
                .allSatisfy(points -> assertThat(points).isBetween(today.points() + 1, today.averagePoints() - 1));
        assertThat(recovery.nextEvaluation()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(recovery.cleanRunNeeded()).isEqualTo(30);
        assertThat(recovery.cleanRun()).isEqualTo(70);
    }

    @Test
    void nothing_is_promised_for_days_the_norms_do_not_reach() {
        MerchantCredit credit = merchantWithFaults();
        LocalDate late = TODAY.plusDays(400);

        assertThat(Recovery.of(credit, credit.score(NORMS, late)).ifNothingHappens())
                .containsOnlyKeys(late.plusDays(30), late.plusDays(90));
    }

    private static MerchantCredit merchantWithFaults() {
        MerchantCredit credit = MerchantCredit.newcomer(TODAY.minusYears(1));
        for (Evidence order : orders("o", TODAY, 100, 30)) {
            credit = credit.with(order, NORMS);
        }
        return credit;
    }
}
