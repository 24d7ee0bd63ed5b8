package io.ordercore.domain.catalog;

import java.util.regex.Pattern;

/** A stock keeping unit: one variant of one product of one merchant. 1 to 64 of {@code A-Z a-z 0-9 . _ -}. */
public record Sku(String value) implements Comparable<Sku> {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public Sku {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("a SKU has 1 to 64 letters, digits, '.', '_' or '-'");
        }
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
