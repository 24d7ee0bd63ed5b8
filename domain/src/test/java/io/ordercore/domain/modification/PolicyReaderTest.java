package io.ordercore.domain.modification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ordercore.domain.logistics.intercept.InterceptionStatus;
import io.ordercore.domain.modification.PolicyException.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PolicyReaderTest {
    private final Map<String, String> entries = new HashMap<>(ModificationPolicy.STANDARD.entries());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADDRESS.CONFIRMED | ALLOW IN_PLACE by MERCHANT | an approval has an approver, and nothing else has",
                "ADDRESS.CONFIRMED | NEEDS_APPROVAL IN_PLACE | an approval has an approver, and nothing else has",
                "ADDRESS.CONFIRMED | ALLOW_WITH_FEE IN_PLACE | a fee has a name",
                "ADDRESS.CONFIRMED | ALLOW IN_PLACE fee RELABEL | what is simply allowed is free",
                "ADDRESS.CONFIRMED | DENY IN_PLACE fee RELABEL | what does not happen costs nothing",
                "ADDRESS.CONFIRMED | OFFER_ALTERNATIVE IN_PLACE | an offer has an alternative",
                "ADDRESS.CONFIRMED | DENY IN_PLACE else NEW_ORDER | a denial with an alternative is an offer",
                "ADDRESS.DELIVERED | OFFER_ALTERNATIVE ALREADY_DELIVERED else REFUSE_AT_DOOR"
                        + " | REFUSE_AT_DOOR cannot be had any more",
                "ADDRESS.IN_TRANSIT | ALLOW WITH_CARRIER | nothing changes in place after the hand-over",
                "ADDRESS.PICKING | NEEDS_APPROVAL WITH_WAREHOUSE by MERCHANT"
                        + " | a change the warehouse is not asked about never reaches it",
            })
    void a_contradiction_is_named_where_it_stands(String key, String cell, String detail) {
        entries.put(key, cell);
        assertThat(findings()).containsExactly(new Finding(key, Finding.Kind.CONTRADICTION, detail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALLOW",
                "ALLOW SURELY",
                "ALLOW IN_PLACE PLEASE",
                "NEEDS_APPROVAL IN_PLACE by NOBODY",
                "ALLOW_WITH_FEE IN_PLACE fee TIP",
                "OFFER_ALTERNATIVE IN_PLACE else PRAY",
            })
    void a_word_nobody_knows_is_named(String cell) {
        entries.put("ADDRESS.CONFIRMED", cell);
        assertThat(findings()).containsExactly(new Finding("ADDRESS.CONFIRMED", Finding.Kind.UNKNOWN, cell));
    }

    @Test
    void a_policy_has_a_version() {
        entries.put("version", " ");
        assertThat(findings()).containsExactly(new Finding("version", Finding.Kind.GAP, "a policy has a version"));
    }

    @ParameterizedTest
    @CsvSource({
        "fee.TIP.CNY, 1.00",
        "fee.RELABEL.XYZ, 1.00",
        "fee.RELABEL, 1.00",
        "fee.RELABEL.CNY, cheap",
        "fee.RELABEL.CNY, 1.005"
    })
    void a_fee_nobody_can_charge_is_named(String key, String amount) {
        entries.put(key, amount);
        assertThat(findings()).contains(new Finding(key, Finding.Kind.UNKNOWN, "not fee.<kind>.<currency> = <amount>"));
    }

    @Test
    void a_fee_is_not_negative_and_may_be_nothing() {
        entries.put("fee.RELABEL.CNY", "0.00");
        assertThat(ModificationPolicy.read(entries).fee(FeeKind.RELABEL, CurrencyUnit.of("CNY")))
                .contains(Money.zero(CurrencyUnit.of("CNY")));
        entries.put("fee.RELABEL.CNY", "-1.00");
        assertThat(findings())
                .containsExactly(new Finding("fee.RELABEL.CNY", Finding.Kind.CONTRADICTION, "a fee is not negative"));
    }

    @Test
    void what_is_charged_has_a_price_directly_or_by_an_alternative() {
        entries.keySet().removeIf(key -> key.startsWith("fee.RESHIP.") || key.startsWith("fee.RELABEL."));
        assertThat(findings())
                .isNotEmpty()
                .allMatch(it -> it.kind() == Finding.Kind.GAP)
                .extracting(Finding::detail)
                .contains("nobody can tell what RESHIP costs", "nobody can tell what RELABEL costs");
    }

    @Test
    void somebody_can_tell_when_the_fee_of_an_interception_goes_back() {
        entries.remove("refund.INTERCEPT");
        assertThat(findings())
                .containsExactly(
                        new Finding("refund.INTERCEPT", Finding.Kind.GAP, "nobody can tell when the fee goes back"));
        entries.put("refund.INTERCEPT", "REFUSED REQUESTED WHENEVER");
        assertThat(findings())
                .containsExactly(
                        new Finding("refund.INTERCEPT", Finding.Kind.CONTRADICTION, "REQUESTED is no outcome"),
                        new Finding("refund.INTERCEPT", Finding.Kind.UNKNOWN, "WHENEVER"));
        entries.put("refund.INTERCEPT", " REFUSED  FAILED ");
        assertThat(ModificationPolicy.read(entries).refundedOn(FeeKind.INTERCEPT))
                .containsExactlyInAnyOrder(InterceptionStatus.REFUSED, InterceptionStatus.FAILED);
    }

    @Test
    void a_fee_that_is_not_refundable_is_refunded_on_nothing() {
        assertThat(ModificationPolicy.read(entries).refundedOn(FeeKind.RELABEL)).isEmpty();
        assertThat(ModificationPolicy.read(entries).fee(FeeKind.RELABEL, CurrencyUnit.of("XAF")))
                .isEmpty();
    }

    private List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        assertThatExceptionOfType(PolicyException.class)
                .isThrownBy(() -> ModificationPolicy.read(entries))
                .satisfies(refused -> found.addAll(refused.findings()))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains(found.get(0).key() + " (" + found.get(0).kind() + "): "
                                + found.get(0).detail()));
        return found;
    }
}
