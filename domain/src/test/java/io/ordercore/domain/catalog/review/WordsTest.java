package io.ordercore.domain.catalog.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Olive Oil | olive oil",
                "The Oil of an Olive and a Nut, with Salt in a Jar for You to Go by | oil olive nut salt jar you go",
                "  --  | ''",
                "大米 | 大 米",
                "a米b | 米 b",
                "AB米CD | ab 米 cd",
                "ＡＢ１２ | #ab12",
                "Mug MW21 | mug #mw21",
            })
    void a_title_is_its_plain_words_without_filler(String title, String words) {
        assertThat(String.join(" ", Words.of(title))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 g | #5e2g",
                "500g | #5e2g",
                "0.5 kg | #5e2g",
                "0.50kgs | #5e2g",
                "500 gm | #5e2g",
                "500 gms | #5e2g",
                "500 gram | #5e2g",
                "500 grams | #5e2g",
                "500克 | #5e2g",
                "500000 mg | #5e2g",
                "0.5千克 | #5e2g",
                "0.5 公斤 | #5e2g",
                "750 ml | #75e-2l",
                "750毫升 | #75e-2l",
                "0.75 l | #75e-2l",
                "0.75 lt | #75e-2l",
                "0.75 ltr | #75e-2l",
                "0.75 litre | #75e-2l",
                "0.75 litres | #75e-2l",
                "0.75 liter | #75e-2l",
                "0.75升 | #75e-2l",
                "20 mm | #2e-2m",
                "20毫米 | #2e-2m",
                "2 cm | #2e-2m",
                "2cms | #2e-2m",
                "2厘米 | #2e-2m",
                "0.02 m | #2e-2m",
                "0.02米 | #2e-2m",
            })
    void a_quantity_is_one_word_in_its_base_unit(String title, String word) {
        assertThat(Words.of(title)).containsExactly(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | #7e0",
                "70 | #7e1",
                "0 | #0e0",
                "007 | #7e0",
                "1.5 | #15e-1",
                "1.50 | #15e-1",
                "1. | #1e0",
                "1.x | #1e0 x",
                "1.2.3 | #12e-1 #3e0",
                "12.34.56 | #1234e-2 #56e0",
                "1.2 3.4 | #12e-1 #34e-1",
                "3 pieces | #3e0 pieces",
                "3pcs | #3pcs",
                "3 大 | #3e0 大",
                "3大米 | #3e0 大 米",
                "500克大米 | #5e2g 大 米",
                "500毫升水 | #5e-1l 水",
                "500毫水 | #5e2 毫 水",
                "2  kg | #2e0 kg",
                "2 kgx | #2e0 kgx",
                "5 g5 | #5e0 #g5",
                "5 g克 | #5e0g 克",
                "9 kg 0 kg | #9e3g #0e3g",
            })
    void a_number_without_a_known_unit_is_a_number(String title, String words) {
        assertThat(String.join(" ", Words.of(title))).isEqualTo(words);
    }

    @Test
    void only_a_number_with_a_known_unit_has_digits_of_measure() {
        assertThat(Words.digitsOfMeasure("#5e2g")).isEqualTo("5");
        assertThat(Words.digitsOfMeasure("#75e-2l")).isEqualTo("75");
        assertThat(Words.digitsOfMeasure("#7e0")).isEmpty();
        assertThat(Words.digitsOfMeasure("#mw21e")).isEmpty();
        assertThat(Words.digitsOfMeasure("#e")).isEmpty();
        assertThat(Words.digitsOfMeasure("5e2g")).isEmpty();
        assertThat(Words.digitsOfMeasure("olive")).isEmpty();
    }

    @Test
    void a_quantity_is_told_from_a_word() {
        assertThat(Words.isQuantity("#5e2g")).isTrue();
        assertThat(Words.isQuantity("oil")).isFalse();
    }

    @Test
    void a_titles_words_are_all_of_them_or_each_once_without_quantities() {
        assertThat(TitleWords.allOf("Oil oil 500 g")).containsExactly("oil", "oil", "#5e2g");
        assertThat(TitleWords.of("Oil oil 500 g")).containsExactly("oil");
    }
}
