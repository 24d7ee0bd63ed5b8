package io.ordercore.domain.logistics.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Each example is computed by hand from the rule's own text; exactly one check character is right. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckDigitTest {
    @Test
    void upu_s10_weighs_by_8_6_4_2_3_5_9_7() {
        // 4*8 + 7*6 + 3*4 + 1*2 + 2*3 + 4*5 + 8*9 + 2*7 = 200; 11 - 200 % 11 = 9
        assertThat(right(new CheckDigit.S10(), "47312482")).isEqualTo("9");
    }

    @Test
    void upu_s10_reads_ten_as_0_and_eleven_as_5() {
        // sums of 0, 14 and 12 leave 0, 3 and 1: eleven, eight and ten
        assertThat(right(new CheckDigit.S10(), "00000000")).isEqualTo("5");
        assertThat(right(new CheckDigit.S10(), "00000110")).isEqualTo("8");
        assertThat(right(new CheckDigit.S10(), "10100000")).isEqualTo("0");
    }

    @Test
    void luhn_doubles_every_second_digit_from_the_right() {
        assertThat(right(new CheckDigit.Luhn(), "7992739871")).isEqualTo("3");
        assertThat(right(new CheckDigit.Luhn(), "0")).isEqualTo("0");
        assertThat(right(new CheckDigit.Luhn(), "5")).isEqualTo("9");
    }

    @Test
    void gs1_weighs_by_3_and_1_from_the_right() {
        CheckDigit gs1 = new CheckDigit.Backwards(new CheckDigit.Mod10(3, 1));
        assertThat(right(gs1, "400638133393")).isEqualTo("1");
        assertThat(right(gs1, "03600029145")).isEqualTo("2");
    }

    @Test
    void letters_count_from_a_as_two() {
        // UPS: 1Z999AA1012345678 4: 9+9*2+9+2*2+2+1*2+0+1*2+2+3*2+4+5*2+6+7*2+8 = 96
        assertThat(right(new CheckDigit.Mod10(1, 2), "999AA1012345678")).isEqualTo("4");
        assertThat(right(new CheckDigit.Mod10(1, 1), "A")).isEqualTo("8");
        assertThat(right(new CheckDigit.Mod10(1, 1), "H")).isEqualTo("1");
        assertThat(right(new CheckDigit.Mod10(1, 1), "I")).isEqualTo("0");
    }

    @Test
    void an_air_waybill_is_its_number_modulo_7() {
        assertThat(right(new CheckDigit.Mod7(), "123456789")).isEqualTo("1");
        assertThat(right(new CheckDigit.Mod7(), "6")).isEqualTo("6");
    }

    @Test
    void fedex_weighs_modulo_11_and_then_10() {
        CheckDigit fedex = new CheckDigit.Weighted(List.of(3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1));
        // 3+2+21+12+5+42+21+8+63+0+1 = 178; 178 % 11 = 2
        assertThat(right(fedex, "12345678901")).isEqualTo("2");
        // a sum of 10 is 10 modulo 11, then 0
        assertThat(right(fedex, "10100000000")).isEqualTo("0");
    }

    @Test
    void iso_7064_mod_37_36_checks_letters_with_letters() {
        // the Global Release Identifier of IFPI's own example
        assertThat(right(new CheckDigit.Mod37And36(), "A12425GABC1234002")).isEqualTo("M");
        assertThat(right(new CheckDigit.Mod37And36(), "")).isEqualTo("1");
    }

    @Test
    void a_format_without_one_accepts_all() {
        assertThat(new CheckDigit.None().isRight("1", '7')).isTrue();
    }

    private static String right(CheckDigit rule, String serial) {
        StringBuilder right = new StringBuilder();
        for (char check : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
            if (rule.isRight(serial, check)) {
                right.append(check);
            }
        }
        return right.toString();
    }
}
