package io.ordercore.domain.catalog.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SlipsTest {
    private static final long SEED = Long.getLong("seed", 20261126);

    @Test
    void they_are_as_many_as_the_definition_says() {
        Random random = new Random(SEED);
        for (int round = 0; round < 3_000; round++) {
            String word = letters(random, random.nextInt(6));
            String other = letters(random, random.nextInt(6));
            int most = random.nextInt(4);
            assertThat(Slips.between(word, other, most))
                    .as("seed %d, round %d: %s, %s, at most %d", SEED, round, word, other, most)
                    .isEqualTo(Math.min(defined(word, word.length(), other, other.length()), most + 1));
        }
    }

    /** The recursive definition of the optimal string alignment distance. */
    private static int defined(String word, int i, String other, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int changed = word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(
                defined(word, i - 1, other, j - 1) + changed,
                1 + Math.min(defined(word, i - 1, other, j), defined(word, i, other, j - 1)));
        boolean swapped = i > 1
                && j > 1
                && word.charAt(i - 1) == other.charAt(j - 2)
                && word.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, 1 + defined(word, i - 2, other, j - 2)) : least;
    }

    private static String letters(Random random, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append((char) ('a' + random.nextInt(3)));
        }
        return letters.toString();
    }
}
