package io.ordercore.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GtinTest {
    @Test
    void it_is_read_as_it_was_written() {
        assertThat(new Gtin("4006381333931")).hasToString("4006381333931");
    }

    @ParameterizedTest
    @ValueSource(strings = {"96385074", "036000291452", "4006381333931", "6901234567892", "10012345678902"})
    void a_number_with_a_right_check_digit_is_one(String digits) {
        assertThat(Gtin.isValid(digits)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4006381333932", "400638133393", "40063813339310", "400638133393X", "４００６３８１３３３９３１", ""})
    void anything_else_is_none(String text) {
        assertThat(Gtin.isValid(text)).isFalse();
    }

    @Test
    void every_single_wrong_digit_is_noticed() {
        String right = "6901234567892";
        for (int at = 0; at < right.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String changed = right.substring(0, at) + digit + right.substring(at + 1);
                assertThat(Gtin.isValid(changed)).isEqualTo(changed.equals(right));
            }
        }
    }

    @Test
    void twelve_digits_and_thirteen_name_the_same_goods() {
        assertThat(new Gtin("036000291452").padded()).isEqualTo(new Gtin("0036000291452").padded());
    }
}
