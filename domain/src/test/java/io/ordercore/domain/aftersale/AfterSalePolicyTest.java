package io.ordercore.domain.aftersale;

import static io.ordercore.domain.testkit.Fixtures.CNY;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AfterSalePolicyTest {
    private static final AfterSalePolicy STANDARD = AfterSalePolicy.STANDARD;

    @Test
    void the_platforms_own_table_reads_as_it_is_written() {
        assertThat(STANDARD.rule(Reason.CHANGED_MIND))
                .isEqualTo(new AfterSalePolicy.Rule(Duration.ofDays(7), Set.of(Way.RETURN, Way.EXCHANGE), true, false));
        assertThat(STANDARD.rule(Reason.LOST))
                .isEqualTo(new AfterSalePolicy.Rule(Duration.ZERO, Set.of(Way.CLAIM), false, true));
        assertThat(STANDARD).hasToString("AfterSalePolicy[" + STANDARD.version() + "]");
        assertThat(AfterSalePolicy.read(STANDARD.entries()).rule(Reason.DAMAGED))
                .isEqualTo(STANDARD.rule(Reason.DAMAGED));
    }

    @Test
    void the_way_back_costs_only_who_pays_it_and_nothing_where_no_amount_is_named() {
        assertThat(STANDARD.fee(Reason.CHANGED_MIND, CNY)).isEqualTo(yuan("12.00"));
        assertThat(STANDARD.fee(Reason.DEFECTIVE, CNY)).isEqualTo(yuan("0.00"));
        CurrencyUnit francs = CurrencyUnit.of("CHF");
        assertThat(STANDARD.fee(Reason.CHANGED_MIND, francs)).isEqualTo(Money.zero(francs));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version |  | version: a policy has a version",
                "LOST |  | LOST: nobody can tell what it opens",
                "LOST | 0 MERCHANT ASKED | LOST: nobody can tell what it opens",
                "LOST | 0 MERCHANT ASKED RETURN | LOST: what never came cannot come back",
                "MISSING | 0 MERCHANT ASKED EXCHANGE | MISSING: what never came cannot come back",
                "DAMAGED | 7 MERCHANT AT_ONCE CLAIM | DAMAGED: a claim is decided by somebody",
                "DAMAGED | -1 MERCHANT ASKED CLAIM | DAMAGED: a window is not negative",
                "DAMAGED | 7 SOMEBODY ASKED CLAIM | DAMAGED: 7 SOMEBODY ASKED CLAIM",
                "DAMAGED | 7 BUYER PERHAPS CLAIM | DAMAGED: 7 BUYER PERHAPS CLAIM",
                "DAMAGED | x BUYER ASKED CLAIM | DAMAGED: x BUYER ASKED CLAIM",
                "DAMAGED | 7 BUYER ASKED THROW | DAMAGED: 7 BUYER ASKED THROW",
                "TOO_HEAVY | 7 BUYER ASKED CLAIM | TOO_HEAVY: no such reason or fee",
                "fee.RETURN_SHIPPING.CNY | -1.00 | fee.RETURN_SHIPPING.CNY: a fee is not negative",
                "fee.RETURN_SHIPPING.CNY | much | fee.RETURN_SHIPPING.CNY: not an amount",
            })
    void a_table_with_a_gap_or_a_contradiction_is_refused(String key, String value, String finding) {
        Map<String, String> entries = new HashMap<>(STANDARD.entries());
        entries.put(key, value == null ? "" : value);
        assertThat(findings(entries)).containsExactly(finding);
    }

    @Test
    void what_the_buyer_pays_must_be_named() {
        Map<String, String> entries = new HashMap<>(STANDARD.entries());
        entries.keySet().removeIf(key -> key.startsWith("fee."));
        assertThat(findings(entries)).hasSize(1).first().asString().startsWith("fee.RETURN_SHIPPING.");
        entries.put("CHANGED_MIND", "7 MERCHANT AT_ONCE RETURN");
        entries.put("WRONG_SIZE", "0 MERCHANT AT_ONCE RETURN");
        assertThat(AfterSalePolicy.read(entries).rule(Reason.WRONG_SIZE).window())
                .isZero();
        entries.put("fee.RETURN_SHIPPING.CNY", "0.00");
        assertThat(AfterSalePolicy.read(entries).fee(Reason.WRONG_SIZE, CNY)).isEqualTo(yuan("0.00"));
    }

    private static List<String> findings(Map<String, String> entries) {
        return catchThrowableOfType(AfterSalePolicyException.class, () -> AfterSalePolicy.read(entries))
                .findings();
    }
}
