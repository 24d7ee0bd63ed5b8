package io.ordercore.domain.catalog.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PriceJumpTest {
    private final RuleSet rules =
            RuleSetText.read("version | test-1\nlanguage | en\nlimit | price-jump-factor | 2.5 # ours");

    @ParameterizedTest
    @CsvSource({
        "CNY 100.00, CNY 100.00,",
        "CNY 100.00, CNY 250.00,",
        "CNY 250.00, CNY 100.00,",
        "CNY 100.00, CNY 251.00, x2.51",
        "CNY 251.00, CNY 100.00, x2.51",
        "CNY 100.00, CNY 1000.00, x10",
        "CNY 1.00, CNY 0.01, x100",
        "JPY 100, JPY 250,",
        "CNY 100.00, USD 100.00, USD"
    })
    void a_price_jumps_beyond_the_limit_either_way_and_with_its_currency(String before, String after, String change) {
        Money asked = Money.parse(after);
        assertThat(rules.jump(Money.parse(before), asked).map(jump -> jump.textFor(asked)))
                .isEqualTo(Optional.ofNullable(change));
    }

    @Test
    void a_jump_says_by_which_rules_it_is_one() {
        PriceJump jump =
                rules.jump(Money.parse("CNY 1.00"), Money.parse("CNY 9.00")).orElseThrow();
        assertThat(jump).isEqualTo(new PriceJump(9_000, 2_500, "test-1"));
        assertThat(jump.limitText()).isEqualTo("2.5");
    }
}
