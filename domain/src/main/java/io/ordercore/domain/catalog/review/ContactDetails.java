package io.ordercore.domain.catalog.review;

import org.jspecify.annotations.Nullable;

/** Finds e-mail and web addresses and telephone numbers by their shape; names of messengers are banned terms, as data. */
final class ContactDetails {
    private static final int FEWEST_DIGITS = 10;
    private static final int MOST_DIGITS = 13;

    private ContactDetails() {}

    /** The first contact detail of a plain text, or null. */
    static @Nullable String in(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '@' && isMailAt(plain, i)) {
                return wordAround(plain, i);
            }
            if ((c == ':' && plain.startsWith("://", i)) || (c == 'w' && plain.startsWith("www.", i))) {
                return wordAround(plain, i);
            }
            if (startsTelephone(plain, i)) {
                int end = endOfDigits(plain, i);
                if (isTelephone(plain, i, end)) {
                    return plain.substring(i, end);
                }
                i = end - 1;
            }
        }
        return null;
    }

    private static boolean isMailAt(String plain, int at) {
        int dot = plain.indexOf('.', at);
        return at > 0 && PlainText.isWordPart(plain.charAt(at - 1)) && dot > at + 1 && plain.indexOf(' ', at) != at + 1;
    }

    private static boolean startsTelephone(String plain, int at) {
        return isDigit(plain.charAt(at))
                && (at == 0
                        || !PlainText.isWordPart(plain.charAt(at - 1))
                        || PlainText.isUnspaced(plain.charAt(at - 1)));
    }

    /** Digits with single blanks, hyphens or brackets between them. */
    private static int endOfDigits(String plain, int from) {
        int end = from;
        for (int i = from; i < plain.length(); i++) {
            if (isDigit(plain.charAt(i))) {
                end = i + 1;
            } else if (" -()".indexOf(plain.charAt(i)) < 0 || i > end) {
                break;
            }
        }
        return end;
    }

    /** Ten to thirteen digits after {@code +} or with a leading 0 or 1; nothing that goes on as a word, as a GTIN may. */
    private static boolean isTelephone(String plain, int from, int end) {
        long digits = plain.substring(from, end)
                .chars()
                .filter(c -> isDigit((char) c))
                .count();
        boolean dialled = from > 0 && plain.charAt(from - 1) == '+';
        char first = plain.charAt(from);
        boolean ends = end == plain.length()
                || !PlainText.isWordPart(plain.charAt(end))
                || PlainText.isUnspaced(plain.charAt(end));
        return ends
                && digits >= FEWEST_DIGITS
                && digits <= MOST_DIGITS
                && (dialled || first == '0' || (first == '1' && digits == 11));
    }

    private static String wordAround(String plain, int at) {
        int from = plain.lastIndexOf(' ', at) + 1;
        int to = plain.indexOf(' ', at);
        return plain.substring(from, to < 0 ? plain.length() : to);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
