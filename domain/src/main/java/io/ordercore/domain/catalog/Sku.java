package io.ordercore.domain.catalog;

import org.jspecify.annotations.Nullable;

/** A stock keeping unit: one variant of one product of one merchant. 1 to 64 of {@code A-Z a-z 0-9 . _ -}. */
public record Sku(String value) implements Comparable<Sku> {
    private static final int LONGEST = 64;

    public Sku {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a SKU has 1 to 64 letters, digits, '.', '_' or '-'");
        }
    }

    /** By hand: a pattern takes ten times as long, and each purchase makes several of these per line. */
    private static boolean isValid(String value) {
        if (value.isEmpty() || value.length() > LONGEST || !isLetterOrDigit(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    /** By hand: it is the key of every map of a purchase, and what the compiler makes of a record is slow where it is not inlined. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sku sku && value.equals(sku.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
