package io.ordercore.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CategoryPathTest {
    private final CategoryPath oils = CategoryPath.of("Food>Oils > Olive Oil");

    @Test
    void it_reads_as_it_is_written() {
        assertThat(oils).hasToString("Food > Oils > Olive Oil");
        assertThat(CategoryPath.of(oils.toString())).isEqualTo(oils);
    }

    @Test
    void it_lies_within_itself_and_what_stands_above_it() {
        assertThat(oils.isWithin(oils)).isTrue();
        assertThat(oils.isWithin(CategoryPath.of("Food"))).isTrue();
        assertThat(oils.isWithin(CategoryPath.of("Toys"))).isFalse();
        assertThat(CategoryPath.of("Food").isWithin(oils)).isFalse();
    }

    @Test
    void it_can_be_cut_to_a_depth() {
        assertThat(oils.upTo(2)).isEqualTo(CategoryPath.of("Food > Oils"));
        assertThat(oils.upTo(3)).isSameAs(oils);
        assertThat(oils.upTo(9)).isSameAs(oils);
    }

    @Test
    void it_has_up_to_six_names_of_up_to_eighty_characters() {
        assertThat(CategoryPath.of("a > b > c > d > e > " + "f".repeat(80)).names())
                .hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a > > b", "a >", "a|b", "a > b > c > d > e > f > g"})
    void anything_else_is_refused(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> CategoryPath.of(path));
    }

    @Test
    void names_do_not_hide_a_separator() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CategoryPath(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new CategoryPath(List.of("a>b")));
        assertThatIllegalArgumentException().isThrownBy(() -> new CategoryPath(List.of(">b")));
        assertThatIllegalArgumentException().isThrownBy(() -> new CategoryPath(List.of("|b")));
        assertThatIllegalArgumentException().isThrownBy(() -> new CategoryPath(List.of("x".repeat(81))));
    }
}
