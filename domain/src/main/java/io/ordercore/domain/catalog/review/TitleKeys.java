package io.ordercore.domain.catalog.review;

import java.util.Arrays;
import java.util.List;

/**
 * Keys by which near-same titles find each other in an index: the min-hashes (Broder, 1997) of the letter triples of all words,
 * in bands (Indyk and Motwani, 1998). Word order does not matter. Of two titles that share seven tenths of their triples
 * 99.8 % share a key, of two that share half 79 %, of two that share a tenth 0.2 %.
 */
final class TitleKeys {
    static final int BANDS = 24;

    private static final int ROWS = 4;
    private static final int HASHES = BANDS * ROWS;
    private static final long[] FACTORS = factors();

    private TitleKeys() {}

    /** 24 keys, or none for a title without words. */
    static long[] of(String title) {
        List<String> words = Words.of(title);
        if (words.isEmpty()) {
            return new long[0];
        }
        long[] least = new long[HASHES];
        Arrays.fill(least, Long.MAX_VALUE);
        for (String word : words) {
            addTriples(word, least);
        }
        long[] keys = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long key = band;
            for (int row = 0; row < ROWS; row++) {
                key = mix(key * 31 + least[band * ROWS + row]);
            }
            keys[band] = key;
        }
        return keys;
    }

    private static void addTriples(String word, long[] least) {
        long triple = 0;
        for (int i = 0; i <= word.length(); i++) {
            char c = i < word.length() ? word.charAt(i) : ' ';
            triple = ((triple << Character.SIZE) | c) & 0xFFFF_FFFF_FFFFL;
            long hash = mix(triple);
            for (int h = 0; h < HASHES; h++) {
                least[h] = Math.min(least[h], (hash * FACTORS[h]) >>> 1);
            }
        }
    }

    private static long[] factors() {
        long[] factors = new long[HASHES];
        for (int h = 0; h < HASHES; h++) {
            factors[h] = mix(h + 1L) | 1;
        }
        return factors;
    }

    /** The finaliser of splitmix64. */
    static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
