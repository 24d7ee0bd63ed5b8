package io.ordercore.domain.party;

import java.util.regex.Pattern;

/** The rule every identifier of a party obeys: 1 to 64 of {@code A-Z a-z 0-9 . _ -}, starting with a letter or digit. */
final class PartyName {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private PartyName() {}

    static String checked(String value) {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not an identifier of 1 to 64 letters, digits, '.', '_' or '-'");
        }
        return value;
    }
}
