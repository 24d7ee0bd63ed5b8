package io.ordercore.domain.catalog.review;

/**
 * Text as the rules compare it: full-width letters made half-width, lower case, every kind of blank one space, and nothing
 * invisible, so that neither a width nor a zero-width joiner hides a word.
 */
final class PlainText {
    private static final char IDEOGRAPHIC_SPACE = '\u3000';
    private static final char FIRST_FULL_WIDTH = '\uFF01';
    private static final char LAST_FULL_WIDTH = '\uFF5E';
    private static final int TO_HALF_WIDTH = 0xFEE0;

    private PlainText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                plain.append(c <= ' ' ? ' ' : toLower(c));
            } else if (c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH) {
                plain.append(toLower((char) (c - TO_HALF_WIDTH)));
            } else if (c == IDEOGRAPHIC_SPACE || Character.isSpaceChar(c)) {
                plain.append(' ');
            } else if (Character.getType(c) != Character.FORMAT) {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }

    static boolean isWordPart(char c) {
        return c < 0x80 ? isAsciiWordPart(c) : Character.isLetterOrDigit(c);
    }

    /** Scripts written without blanks between words: a word's edge says nothing there. */
    static boolean isUnspaced(char c) {
        return c >= '\u2E80' && (Character.isIdeographic(c) || (c >= '\u3040' && c <= '\u30FF'));
    }

    private static char toLower(char ascii) {
        return ascii >= 'A' && ascii <= 'Z' ? (char) (ascii + ('a' - 'A')) : ascii;
    }

    private static boolean isAsciiWordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
}
