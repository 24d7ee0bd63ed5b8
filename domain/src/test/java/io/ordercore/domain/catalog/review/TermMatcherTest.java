package io.ordercore.domain.catalog.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TermMatcherTest {
    private static final long SEED = 20261123L;

    @Test
    void overlapping_terms_are_all_found() {
        assertThat(found(List.of("国家", "国家级", "家级", "级产品"), "国家级产品")).containsExactly("国家", "国家级", "家级", "级产品");
    }

    @Test
    void a_latin_term_is_a_whole_word() {
        assertThat(found(List.of("best"), "bestow the best, not bestest")).containsExactly("best");
        assertThat(found(List.of("best"), "xbest")).isEmpty();
    }

    @Test
    void a_latin_term_beside_ideographs_stands_alone() {
        assertThat(found(List.of("vx"), "加vx聊")).containsExactly("vx");
    }

    @Test
    void marks_between_ideographs_do_not_hide_a_term() {
        assertThat(found(List.of("最佳"), "最 佳")).containsExactly("最佳");
        assertThat(found(List.of("最佳"), "最**佳")).containsExactly("最佳");
        assertThat(found(List.of("最佳"), "最佳*")).containsExactly("最佳");
        assertThat(found(List.of("最x"), "最*x")).isEmpty();
        assertThat(found(List.of("最佳"), PlainText.of("最\u200B佳"))).containsExactly("最佳");
    }

    @Test
    void finds_what_a_naive_search_finds() {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            List<String> terms = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String term = letters(random, 1 + random.nextInt(4));
                if (!terms.contains(term)) {
                    terms.add(term);
                }
            }
            String text = letters(random, 40);
            List<String> naive = new ArrayList<>();
            for (int end = 1; end <= text.length(); end++) {
                for (String term : terms) {
                    if (text.substring(0, end).endsWith(term)) {
                        naive.add(term);
                    }
                }
            }
            assertThat(found(terms, text))
                    .as("seed %d, round %d", SEED, round)
                    .containsExactlyInAnyOrderElementsOf(naive);
        }
    }

    private static String letters(Random random, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append("甲乙丙".charAt(random.nextInt(3)));
        }
        return letters.toString();
    }

    private static List<String> found(List<String> terms, String plain) {
        return new TermMatcher(terms)
                .matchesIn(plain).stream()
                        .map(match -> terms.get(match.index()))
                        .toList();
    }
}
