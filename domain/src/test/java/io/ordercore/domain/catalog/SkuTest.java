package io.ordercore.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SkuTest {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    @Test
    void each_character_is_taken_or_not_as_the_documented_shape_says_first_or_later() {
        for (char c = 0; c < 0x250; c++) {
            for (String value : new String[] {String.valueOf(c), "a" + c, "a" + c + "b"}) {
                assertThat(isTaken(value))
                        .as("U+%04X in a value of %d", (int) c, value.length())
                        .isEqualTo(SHAPE.matcher(value).matches());
            }
        }
    }

    @Test
    void has_up_to_64_characters() {
        assertThat(new Sku("x".repeat(64)).value()).hasSize(64);
        assertThatThrownBy(() -> new Sku("x".repeat(65)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a SKU has 1 to 64 letters, digits, '.', '_' or '-'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "tea pot", "tea\u0000", "\u0662", "\ud83c\udf75"})
    void refuses_what_is_none(String value) {
        assertThat(isTaken(value)).isFalse();
    }

    @Test
    void is_the_same_as_another_of_its_value_and_of_nothing_else() {
        assertThat(new Sku("teapot")).isEqualTo(new Sku("teapot"));
        assertThat(new Sku("teapot")).hasSameHashCodeAs(new Sku("teapot"));
        assertThat(new Sku("teapot"))
                .isNotEqualTo(new Sku("Teapot"))
                .isNotEqualTo("teapot")
                .isNotEqualTo(null);
    }

    private static boolean isTaken(String value) {
        try {
            return new Sku(value).value().equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
