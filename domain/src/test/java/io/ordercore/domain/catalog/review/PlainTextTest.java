package io.ordercore.domain.catalog.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlainTextTest {
    @Test
    void letters_are_half_width_and_lower_case() {
        assertThat(PlainText.of("AZaz@[`{ ÄÖ")).isEqualTo("azaz@[`{ äö");
        assertThat(PlainText.of("\uFF01ＡＺａｚ０９\uFF5E")).isEqualTo("!azaz09~");
        assertThat(PlainText.of("\uFF00\uFF5F")).isEqualTo("\uFF00\uFF5F");
    }

    @Test
    void every_kind_of_blank_is_one_space() {
        assertThat(PlainText.of("a\tb\nc\u00A0d\u3000e\u2003f")).isEqualTo("a b c d e f");
    }

    @Test
    void nothing_invisible_is_left() {
        assertThat(PlainText.of("b\u200Be\u200Ds\u00ADt\uFEFF")).isEqualTo("best");
    }

    @Test
    void words_are_made_of_letters_and_digits() {
        for (char c : "azAZ09é米".toCharArray()) {
            assertThat(PlainText.isWordPart(c)).as("%s", c).isTrue();
        }
        for (char c : "`{@[/:-. \u3001\u2019".toCharArray()) {
            assertThat(PlainText.isWordPart(c)).as("%s", c).isFalse();
        }
    }

    @Test
    void ideographs_and_kana_stand_without_blanks_between_words() {
        for (char c : "米\u4E00\u3040ぁカ\u30FF".toCharArray()) {
            assertThat(PlainText.isUnspaced(c)).as("%x", (int) c).isTrue();
        }
        for (char c : "aé\u303F\u3100\u2E7F\uAC00".toCharArray()) {
            assertThat(PlainText.isUnspaced(c)).as("%x", (int) c).isFalse();
        }
    }
}
