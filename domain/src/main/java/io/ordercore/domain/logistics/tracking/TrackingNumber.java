package io.ordercore.domain.logistics.tracking;

import java.util.Locale;
import java.util.regex.Pattern;

/** The number on a parcel, as the carrier prints it: blanks removed, upper case, 4 to 50 of {@code A-Z 0-9 -}. */
public record TrackingNumber(String value) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern VALID = Pattern.compile("[A-Z0-9][A-Z0-9-]{3,49}");

    public TrackingNumber {
        value = BLANKS.matcher(value).replaceAll("").toUpperCase(Locale.ROOT);
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("a tracking number has 4 to 50 letters, digits or '-'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
