package io.ordercore.domain.catalog.review;

import static io.ordercore.domain.catalog.review.Subjects.flawless;
import static io.ordercore.domain.catalog.review.Subjects.picture;
import static io.ordercore.domain.catalog.review.Subjects.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.catalog.Picture;
import io.ordercore.domain.catalog.PictureClaim;
import io.ordercore.domain.catalog.PictureFacts;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PictureChecksTest {
    private final AutomaticReview automatic = AutomaticReview.by(Subjects.RULES);

    @Test
    void there_is_at_least_one_and_there_are_at_most_eleven() {
        assertThat(found(List.of())).containsExactly("PICTURES_MISSING /pictures 0 1");
        assertThat(found(pictures(11))).isEmpty();
        assertThat(found(pictures(12))).containsExactly("PICTURES_TOO_MANY /pictures 12 11");
    }

    @Test
    void its_shorter_side_counts() {
        assertThat(found(facts("image/jpeg", 100, 5_000, 1))).isEmpty();
        assertThat(found(facts("image/jpeg", 99, 5_000, 1)))
                .containsExactly("PICTURE_TOO_SMALL /pictures/0 99x5000 100");
        assertThat(found(facts("image/jpeg", 5_000, 99, 1)))
                .containsExactly("PICTURE_TOO_SMALL /pictures/0 5000x99 100");
    }

    @Test
    void it_has_at_most_64_megapixels_and_16_megabytes() {
        assertThat(found(facts("image/jpeg", 8_000, 8_000, 16_000_000))).isEmpty();
        assertThat(found(facts("image/jpeg", 8_000, 8_001, 16_000_000)))
                .containsExactly("PICTURE_TOO_LARGE /pictures/0 8000x8001 64000000");
        assertThat(found(facts("image/jpeg", 800, 800, 16_000_001)))
                .containsExactly("PICTURE_TOO_LARGE /pictures/0 16000001 16000000");
    }

    @Test
    void browsers_can_show_it() {
        assertThat(found(facts("image/tiff", 800, 800, 1)))
                .containsExactly("PICTURE_TYPE_WRONG /pictures/0 image/tiff image/jpeg");
    }

    @Test
    void the_same_file_twice_is_one_picture() {
        String digest = String.format("%064x", 7);
        assertThat(found(List.of(picture(7, 800), picture(7, 800))))
                .containsExactly("PICTURE_REPEATED /pictures/1 " + digest + " 1");
    }

    private static List<Picture> pictures(int count) {
        return LongStream.range(0, count).mapToObj(i -> picture(i, 800)).toList();
    }

    private static List<Picture> facts(String type, int width, int height, long bytes) {
        return List.of(
                new Picture("https://cdn.example/a", new PictureFacts(type, width, height, bytes, "0".repeat(64), 3)));
    }

    private List<String> found(List<Picture> pictures) {
        return automatic.review(subject(flawless().withPictures(pictures))).findings().stream()
                .map(it -> it.code() + " " + it.field() + " " + it.value() + " " + it.limit())
                .toList();
    }

    @Test
    void every_claim_that_does_not_hold_is_told_with_what_is() {
        PictureFacts facts = new PictureFacts("image/jpeg", 640, 480, 4_000, "A".repeat(64), 7);

        assertThat(new PictureClaim(641, 481, 4_001L, "b".repeat(64)).against(facts))
                .containsExactly(
                        new PictureClaim.Difference("width", "641", "640"),
                        new PictureClaim.Difference("height", "481", "480"),
                        new PictureClaim.Difference("bytes", "4001", "4000"),
                        new PictureClaim.Difference("sha256", "b".repeat(64), "a".repeat(64)));
        assertThat(new PictureClaim(640, 480, 4_000L, "A".repeat(64)).against(facts))
                .isEmpty();
        assertThat(PictureClaim.NOTHING.against(facts)).isEmpty();
    }

    @Test
    void what_can_be_claimed_is_at_least_one_pixel_or_byte_and_a_whole_hash() {
        assertThat(new PictureClaim(1, 1, 1L, null).width()).isEqualTo(1);
        assertThatThrownBy(() -> new PictureClaim(0, 1, 1L, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PictureClaim(1, 0, 1L, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PictureClaim(1, 1, 0L, null)).isInstanceOf(IllegalArgumentException.class);
        String tooShort = "a".repeat(63);
        assertThatThrownBy(() -> new PictureClaim(1, 1, 1L, tooShort)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_picture_has_a_web_address_of_two_thousand_characters_at_most() {
        String longest = "https://cdn.example/" + "x".repeat(1_980);
        assertThat(new Picture(longest, null).url()).hasSize(2_000);
        assertThatThrownBy(() -> new Picture(longest + "x", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Picture("ftp://cdn.example/x", null)).isInstanceOf(IllegalArgumentException.class);
    }
}
