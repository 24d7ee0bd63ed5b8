package io.ordercore.domain.catalog;

import java.util.regex.Pattern;

/** One listing of one merchant, through all its revisions. 1 to 64 of {@code A-Z a-z 0-9 . _ -}. */
public record ListingId(String value) {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public ListingId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("a listing's id has 1 to 64 letters, digits, '.', '_' or '-'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
