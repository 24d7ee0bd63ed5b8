package io.ordercore.domain.catalog.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TitleLikenessTest {
    private static final Set<String> FAMILIAR = Set.of(
            "sliced", "diced", "banana", "orange", "green", "bottle", "water", "olive", "oil", "face", "wash", "mask");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Olive Oil - Extra Virgin 500 ml | Extra Virgin Olive Oil 500ml",
                "Olive Oil 500 ml | Olive Oil 0.5 L",
                "Olive Oil 500 ml | Olive Oil 500 g",
                "Olive Oil 500 g | Olive Oli 500 g",
                "Water Bottle Orange | Wtaer Bottel Orange",
                "Water Cup | Water Cap",
                "Water Mouse | Water Mpqse",
                "净含量 500克 大米 | 大米 净含量 0.5 千克",
            })
    void these_name_the_same_goods(String title, String other) {
        assertThat(nearSame(title, "", other, "")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Water Bottle Orange | Water Bottle Green",
                "Banana Sliced | Banana Diced",
                "Face Wash | Face Mask",
                "Olive Oil 500 ml | Olive Oil 250 ml",
                "Coffee Mug MW21 | Coffee Mug MW05",
                "Container No.1 | Container No.10",
                "Olive Oil | Olive Oil Extra Virgin",
                "Wtare Btotel Oarnge | Water Bottle Orange",
                "Cup Wtaer Bottel Oragne | Cup Water Bottle Orange",
                "Cup Wate Wate | Cup Water Bottle",
                "Water ab | Water ac",
                "Water Bowl | Water Bpql",
            })
    void these_name_different_goods(String title, String other) {
        assertThat(nearSame(title, "", other, "")).isFalse();
    }

    @Test
    void a_brand_dropped_or_moved_into_the_title_changes_nothing() {
        assertThat(nearSame("Face Wash", "", "Face Wash", "Acme")).isTrue();
        assertThat(nearSame("Acme Face Wash", "Acme", "Face Wash", "Acme")).isTrue();
        assertThat(nearSame("Acme Face Wash", "", "Face Wash", "Acme")).isTrue();
    }

    @Test
    void another_brand_makes_other_goods() {
        assertThat(nearSame("Face Wash", "Acme", "Face Wash", "Zenith")).isFalse();
        assertThat(nearSame("Face Wash", "Acme", "Face Wash", "Acmo"))
                .as("a slip of the pen")
                .isTrue();
        assertThat(nearSame("Face Wash", "Acme", "Face Wash", "Axmo")).isFalse();
    }

    private static boolean nearSame(String title, String brand, String otherTitle, String otherBrand) {
        return new TitleLikeness(title, brand, FAMILIAR).nearSame(otherTitle, otherBrand);
    }
}
