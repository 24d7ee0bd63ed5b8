package io.ordercore.domain.logistics.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.logistics.tracking.IncidentKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RemedyPolicyTest {
    @Test
    void the_first_remedy_is_what_happens_when_nobody_chooses() {
        RemedyPolicy.Rule lost =
                RemedyPolicy.STANDARD.rule(IncidentKind.LOST, false).orElseThrow();
        assertThat(lost.byDefault()).isEqualTo(Remedy.REFUND);
        assertThat(lost.toChoose()).isEqualTo(Duration.ofDays(2));
        assertThat(lost.leavesAChoice()).isTrue();
    }

    @Test
    void waiting_in_vain_opens_other_remedies_where_the_table_says_so() {
        RemedyPolicy policy = read(Map.of("LOST.again", "24 REFUND"));
        assertThat(policy.rule(IncidentKind.LOST, true).orElseThrow().offered()).containsExactly(Remedy.REFUND);
        assertThat(policy.rule(IncidentKind.DAMAGED, true)).isEqualTo(policy.rule(IncidentKind.DAMAGED, false));
        assertThat(policy.rule(IncidentKind.UNSPECIFIED, false)).isEmpty();
    }

    @Test
    void parts_are_rounded_down_to_the_cent() {
        RemedyPolicy policy = read(Map.of());
        assertThat(policy.partOf(Money.parse("CNY 0.99"))).isEqualTo(Money.parse("CNY 0.29"));
        assertThat(policy.voucherFor(Money.parse("CNY 99.99"))).isEqualTo(Money.parse("CNY 9.99"));
    }

    @ParameterizedTest
    @CsvSource({
        "LOST, two REFUND",
        "LOST, -1 REFUND",
        "LOST, 721 REFUND",
        "LOST, 48",
        "LOST, 48 MONEY",
        "LOOST, 48 REFUND",
        "REDIRECTED, 48 REFUND",
        "voucher, 0",
        "voucher, 101",
        "partial-refund, all",
        "version, ' '"
    })
    void a_table_with_an_error_is_refused_and_the_error_named(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(RemedyPolicyException.class)
                .hasMessageContaining(key);
    }

    private static RemedyPolicy read(Map<String, String> changed) {
        Map<String, String> entries = new HashMap<>(Map.of(
                "version", "7",
                "partial-refund", "30",
                "voucher", "10",
                "LOST", "48 REFUND KEEP_WAITING",
                "DAMAGED", "48 REFUND"));
        entries.putAll(changed);
        return RemedyPolicy.read(entries);
    }

    @Test
    void a_buyer_has_up_to_thirty_days_to_choose_or_none() {
        RemedyPolicy policy = read(Map.of("LOST", "720 REFUND", "DAMAGED", "0 REFUND"));

        RemedyPolicy.Rule month = policy.rule(IncidentKind.LOST, false).orElseThrow();
        assertThat(month.toChoose()).isEqualTo(Duration.ofDays(30));
        assertThat(month.leavesAChoice()).isTrue();
        RemedyPolicy.Rule none = policy.rule(IncidentKind.DAMAGED, false).orElseThrow();
        assertThat(none.leavesAChoice()).isFalse();
        assertThat(none.byDefault()).isEqualTo(Remedy.REFUND);
    }
}
