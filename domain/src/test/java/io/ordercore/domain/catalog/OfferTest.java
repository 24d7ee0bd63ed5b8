package io.ordercore.domain.catalog;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.offer;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OfferTest {
    private static final Offer KETTLE = offer("kettle", TEA_HOUSE, "99.00");

    @Test
    void another_price_and_a_withdrawal_are_each_one_version_on() {
        assertThat(KETTLE.at(yuan("89.00")).price()).isEqualTo(yuan("89.00"));
        assertThat(KETTLE.at(yuan("89.00")).version()).isEqualTo(2);
        assertThat(KETTLE.at(yuan("89.00")).orderable()).isTrue();
        assertThat(KETTLE.withdrawn().orderable()).isFalse();
        assertThat(KETTLE.withdrawn().version()).isEqualTo(2);
    }

    @Test
    void a_title_has_1_to_200_characters_and_a_price_is_above_zero() {
        assertThat(titled(" " + "x".repeat(200) + " ").title()).hasSize(200);
        String longer = "x".repeat(201);
        assertThatThrownBy(() -> titled(longer)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> titled(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KETTLE.at(yuan("0.00"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void names_are_ordered_and_readable() {
        assertThat(new Sku("a")).isLessThan(new Sku("b")).hasToString("a");
        assertThat(new ListingId("l-1")).hasToString("l-1");
    }

    @Test
    void an_attribute_has_a_name_and_a_value() {
        String sixty = "n".repeat(60);
        String most = "v".repeat(500);
        assertThat(new Attribute(sixty, most, "u".repeat(20)).value()).hasSize(500);
        assertThatThrownBy(() -> new Attribute(sixty + "n", "v", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Attribute("n", most + "v", "")).isInstanceOf(IllegalArgumentException.class);
        String unit = "u".repeat(21);
        assertThatThrownBy(() -> new Attribute("n", "v", unit)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Attribute(" ", "v", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Attribute("n", " ", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_pictures_likeness_is_how_many_bits_differ() {
        PictureFacts one = new PictureFacts("PNG", 1, 1, 1, "A".repeat(64), 0b1011);
        assertThat(one.type()).isEqualTo("png");
        assertThat(one.sha256()).isEqualTo("a".repeat(64));
        assertThat(one.distanceTo(new PictureFacts("png", 1, 1, 1, "b".repeat(64), 0b0010)))
                .isEqualTo(2);
        assertThatThrownBy(() -> new PictureFacts("png", 0, 1, 1, "b".repeat(64), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PictureFacts("png", 1, 0, 1, "b".repeat(64), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PictureFacts("png", 1, 1, 0, "b".repeat(64), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PictureFacts("png", 1, 1, 1, "b", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Picture("https://pictures.example/1", null).with(one).facts())
                .isEqualTo(one);
        assertThatThrownBy(() -> new Picture("ftp://pictures.example/1", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Offer titled(String title) {
        return new Offer(new Sku("kettle"), TEA_HOUSE, title, Map.of(), yuan("99.00"), true, 1);
    }
}
