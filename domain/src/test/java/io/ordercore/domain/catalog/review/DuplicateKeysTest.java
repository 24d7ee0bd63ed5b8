package io.ordercore.domain.catalog.review;

import static io.ordercore.domain.catalog.review.Subjects.flawless;
import static io.ordercore.domain.catalog.review.Subjects.picture;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.catalog.ListingContent;
import io.ordercore.domain.catalog.Picture;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DuplicateKeysTest {
    private static final long SEED = Long.getLong("seed", 20261126);

    private static final long GTIN_KEY = -3652954222945030099L;
    private static final long FIRST_TITLE_KEY = 5409456938985012027L;
    private static final long LAST_TITLE_KEY = 6251304035880340921L;
    private static final long FIRST_PICTURE_KEY = -1958556423758038885L;
    private static final long LAST_PICTURE_KEY = 7719035572826646347L;

    @Test
    void keys_are_stored_and_so_never_change() {
        DuplicateKeys keys = DuplicateKeys.of(flawless());
        assertThat(keys.gtin()).containsExactly(GTIN_KEY);
        assertThat(keys.title()).hasSize(24).startsWith(FIRST_TITLE_KEY).endsWith(LAST_TITLE_KEY);
        assertThat(keys.pictures()).hasSize(4).startsWith(FIRST_PICTURE_KEY).endsWith(LAST_PICTURE_KEY);
        assertThat(keys.all()).hasSize(29).startsWith(GTIN_KEY).endsWith(LAST_PICTURE_KEY);
    }

    @Test
    void what_is_missing_has_no_key() {
        DuplicateKeys keys = DuplicateKeys.of(
                ListingContent.titled("--").withPictures(List.of(new Picture("https://cdn.example/unseen.jpg", null))));
        assertThat(keys.all()).isEmpty();
        assertThat(TitleKeys.of("--")).isEmpty();
    }

    @Test
    void pictures_that_differ_in_three_bits_share_a_key() {
        Random random = new Random(SEED);
        for (int round = 0; round < 1_000; round++) {
            long likeness = random.nextLong();
            long other =
                    likeness ^ (1L << random.nextInt(64)) ^ (1L << random.nextInt(64)) ^ (1L << random.nextInt(64));
            assertThat(pictureKeys(likeness))
                    .as("seed %d, round %d", SEED, round)
                    .containsAnyElementsOf(pictureKeys(other));
        }
    }

    @Test
    void the_same_bits_in_another_quarter_are_another_key() {
        assertThat(new HashSet<>(pictureKeys(0x0001_0001_0001_0001L))).hasSize(4);
    }

    @Test
    void titles_that_share_most_of_their_letters_share_a_key_and_others_hardly_ever() {
        Set<Long> keys = keysOf("Cold pressed extra virgin olive oil from Crete 500 ml");
        assertThat(keysOf("Extra virgin olive oil cold pressed from Crete 0.5 l"))
                .isEqualTo(keys);
        assertThat(keysOf("Cold presed extra virgin olive oil from Crete 500 ml"))
                .containsAnyElementsOf(keys);
        assertThat(keysOf("Stainless steel screwdriver with a magnetic tip")).doesNotContainAnyElementsOf(keys);
    }

    private static Set<Long> keysOf(String title) {
        return new HashSet<>(LongStream.of(TitleKeys.of(title)).boxed().toList());
    }

    private static List<Long> pictureKeys(long likeness) {
        return DuplicateKeys.of(ListingContent.titled("").withPictures(List.of(picture(likeness, 800))))
                .pictures();
    }
}
