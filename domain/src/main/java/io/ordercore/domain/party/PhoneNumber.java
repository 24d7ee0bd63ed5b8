package io.ordercore.domain.party;

import java.util.regex.Pattern;

/** A telephone number as dialled: an optional {@code +} and 5 to 15 digits (ITU-T E.164), separators removed. */
public record PhoneNumber(String value) {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s().-]");
    private static final Pattern VALID = Pattern.compile("\\+?[0-9]{5,15}");

    public PhoneNumber {
        value = SEPARATORS.matcher(value).replaceAll("");
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("a telephone number has 5 to 15 digits");
        }
    }

    /** What carriers ask for to tell who may know of a parcel. */
    public String lastFour() {
        return value.substring(value.length() - 4);
    }

    @Override
    public String toString() {
        return "PhoneNumber[…]";
    }
}
