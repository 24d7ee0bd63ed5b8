package io.ordercore.domain.party;

/** The rule every identifier of a party obeys: 1 to 64 of {@code A-Z a-z 0-9 . _ -}, starting with a letter or digit. */
final class PartyName {
    private static final int LONGEST = 64;

    private PartyName() {}

    /** Without a pattern: every request checks a few. */
    static String checked(String value) {
        boolean valid = !value.isEmpty() && value.length() <= LONGEST && isLetterOrDigit(value.charAt(0));
        for (int i = 1; valid && i < value.length(); i++) {
            char c = value.charAt(i);
            valid = isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
        }
        if (!valid) {
            throw new IllegalArgumentException("not an identifier of 1 to 64 letters, digits, '.', '_' or '-'");
        }
        return value;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
