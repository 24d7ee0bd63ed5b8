package io.ordercore.domain.catalog.review;

import static io.ordercore.domain.catalog.review.Subjects.MERCHANT;
import static io.ordercore.domain.catalog.review.Subjects.OTHER_MERCHANT;
import static io.ordercore.domain.catalog.review.Subjects.flawless;
import static io.ordercore.domain.catalog.review.Subjects.picture;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.ListingId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListingIndexTest {
    private static final ListingId SELF = new ListingId("self");
    private static final ListingId TWIN = new ListingId("twin");

    private final ListingIndex index = ListingIndex.empty();

    @Test
    void a_listing_is_found_by_its_number_its_title_and_its_picture() {
        index.add(new ListingId("number"), OTHER_MERCHANT, like("Vinegar", "4006381333931", 1L << 60));
        index.add(new ListingId("title"), OTHER_MERCHANT, like("Oil Olive 0.5 kg", "", 1L << 50));
        index.add(new ListingId("picture"), OTHER_MERCHANT, like("Bread", "", 5));
        index.add(new ListingId("stranger"), OTHER_MERCHANT, like("Sunflower seed", "", -1));

        assertThat(index.factsFor(SELF, MERCHANT, flawless()).neighbours())
                .extracting(neighbour -> neighbour.listing().value())
                .containsExactly("number", "title", "picture");
    }

    @Test
    void nobody_is_a_neighbour_of_itself() {
        index.add(SELF, MERCHANT, flawless());
        assertThat(index.factsFor(SELF, MERCHANT, flawless()).neighbours()).isEmpty();
    }

    @Test
    void a_listing_that_was_removed_is_found_no_more() {
        index.add(TWIN, OTHER_MERCHANT, flawless());
        assertThat(index.factsFor(SELF, MERCHANT, flawless()).neighbours()).hasSize(1);
        index.remove(TWIN, flawless());
        assertThat(index.factsFor(SELF, MERCHANT, flawless()).neighbours()).isEmpty();
        index.remove(TWIN, like("Never added", "", 3));
        assertThat(index.factsFor(SELF, MERCHANT, flawless()).neighbours()).isEmpty();
    }

    @Test
    void those_that_share_most_keys_come_first_and_the_rest_is_left_out() {
        for (int i = 0; i < ListingIndex.MOST_NEIGHBOURS + 3; i++) {
            index.add(new ListingId("far-" + i), OTHER_MERCHANT, like("Olive Oil 500 g extra", "", -1));
        }
        index.add(TWIN, OTHER_MERCHANT, like("Olive Oil 500 g", "", -1));

        assertThat(index.factsFor(SELF, MERCHANT, flawless()).neighbours())
                .hasSize(ListingIndex.MOST_NEIGHBOURS)
                .first()
                .extracting(Neighbour::listing)
                .isEqualTo(TWIN);
    }

    @Test
    void a_word_of_two_live_titles_is_familiar_until_one_is_discounted() {
        index.count(flawless());
        assertThat(index.factsFor(SELF, MERCHANT, flawless()).familiarWords()).isEmpty();
        index.count(like("Olive branch", "", 3));
        assertThat(index.factsFor(SELF, MERCHANT, flawless()).familiarWords()).containsExactly("olive");
        index.discount(flawless());
        assertThat(index.factsFor(SELF, MERCHANT, flawless()).familiarWords()).isEmpty();
    }

    @Test
    void words_of_the_neighbours_are_looked_up_too() {
        index.count(like("Vinegar", "", 3));
        index.count(like("Vinegar", "", 3));
        index.add(TWIN, OTHER_MERCHANT, like("Vinegar", "4006381333931", 1L << 60));
        assertThat(index.factsFor(SELF, MERCHANT, flawless()).familiarWords()).containsExactly("vinegar");
    }

    @Test
    void the_usual_price_is_that_of_what_was_counted() {
        assertThat(index.factsFor(SELF, MERCHANT, flawless()).priceNorm()).isEqualTo(PriceNorm.UNKNOWN);
        index.count(flawless());
        assertThat(index.factsFor(SELF, MERCHANT, flawless()).priceNorm().samples())
                .isEqualTo(1);
        assertThat(index.factsFor(SELF, MERCHANT, flawless().withVariants(List.of()))
                        .priceNorm())
                .isEqualTo(PriceNorm.UNKNOWN);
        index.discount(flawless());
        assertThat(index.factsFor(SELF, MERCHANT, flawless()).priceNorm()).isEqualTo(PriceNorm.UNKNOWN);
    }

    private static ListingContent like(String title, String gtin, long likeness) {
        ListingContent like = flawless();
        return new ListingContent(
                title,
                like.description(),
                like.category(),
                like.brand(),
                gtin,
                like.attributes(),
                List.of(picture(likeness, 800)),
                like.variants());
    }

    @Test
    void a_listing_that_was_changed_is_found_by_what_it_says_now_only() {
        index.add(TWIN, OTHER_MERCHANT, flawless());
        index.remove(TWIN, flawless());
        index.add(TWIN, OTHER_MERCHANT, like("Sunflower seed", "", -1));

        assertThat(index.factsFor(SELF, MERCHANT, flawless()).neighbours()).isEmpty();
    }
}
