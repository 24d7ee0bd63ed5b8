package io.ordercore.domain.catalog.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words a title counts under, for whoever counts in how many live titles each word stands. */
public final class TitleWords {
    private TitleWords() {}

    /** All words in their order, quantities in base units. */
    public static List<String> allOf(String title) {
        return List.copyOf(Words.of(title));
    }

    /** Each word once, without quantities; plain text of at most a title's length. */
    public static Set<String> of(String title) {
        Set<String> words = new LinkedHashSet<>(Words.of(title));
        words.removeIf(Words::isQuantity);
        return words;
    }
}
