package io.ordercore.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A draft may be wrong, but not without bounds. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListingContentTest {
    private static final Picture PICTURE = new Picture("https://cdn.example/1.jpg", null);

    @Test
    void texts_are_kept_up_to_their_longest() {
        assertThat(texts(1_000, 20_000, 200, 40).description()).hasSize(20_000);
    }

    @ParameterizedTest
    @CsvSource({"1001, 0, 0, 0", "0, 20001, 0, 0", "0, 0, 201, 0", "0, 0, 0, 41"})
    void longer_texts_are_refused(int title, int description, int brand, int gtin) {
        assertThatThrownBy(() -> texts(title, description, brand, gtin)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_listing_has_up_to_thirty_pictures_and_five_hundred_variants() {
        ListingContent content = ListingContent.titled(" Oil ");
        assertThat(content.title()).isEqualTo("Oil");
        assertThat(content.withPictures(Collections.nCopies(30, PICTURE)).pictures())
                .hasSize(30);
        assertThatThrownBy(() -> content.withPictures(Collections.nCopies(31, PICTURE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(content.withVariants(Collections.nCopies(500, variant(60, 60)))
                        .variants())
                .hasSize(500);
        assertThatThrownBy(() -> content.withVariants(Collections.nCopies(501, variant(60, 60))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_colour_or_size_has_sixty_characters_at_most() {
        assertThatThrownBy(() -> variant(61, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> variant(0, 61)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ListingContent texts(int title, int description, int brand, int gtin) {
        return new ListingContent(
                "t".repeat(title),
                "d".repeat(description),
                null,
                "b".repeat(brand),
                "g".repeat(gtin),
                List.of(),
                List.of(),
                List.of());
    }

    private static Variant variant(int colour, int size) {
        return new Variant(new Sku("oil"), "c".repeat(colour), "s".repeat(size), Money.parse("CNY 1.00"), 0);
    }
}
