package io.ordercore.domain.catalog.review;

/** Slips of the pen between two words: letters changed, left out, put in, or swapped with the next (Damerau, 1964). */
final class Slips {
    private Slips() {}

    /** How many slips lie between two words, or {@code most + 1} when there are more. */
    static int between(String word, String other, int most) {
        int rows = word.length();
        int columns = other.length();
        if (Math.abs(rows - columns) > most) {
            return most + 1;
        }
        int[] beforeLast = new int[columns + 1];
        int[] last = new int[columns + 1];
        int[] current = new int[columns + 1];
        for (int j = 0; j <= columns; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= rows; i++) {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= columns; j++) {
                int changed = last[j - 1] + (word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(changed, Math.min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && isSwapped(word, i, other, j)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, current[j]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return Math.min(last[columns], most + 1);
    }

    private static boolean isSwapped(String word, int i, String other, int j) {
        return word.charAt(i - 1) == other.charAt(j - 2) && word.charAt(i - 2) == other.charAt(j - 1);
    }
}
