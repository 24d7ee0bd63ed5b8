package io.ordercore.domain.catalog;

/**
 * A Global Trade Item Number: 8, 12, 13 or 14 digits, the last one a check digit (GS1 General Specifications, modulo 10).
 */
public record Gtin(String digits) {
    private static final int LONGEST = 14;

    public Gtin {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not a GTIN of 8, 12, 13 or 14 digits with a right check digit");
        }
    }

    /** Whether the text is a GTIN as printed under a bar code, digits only. */
    public static boolean isValid(String text) {
        return hasLegalLength(text)
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && checkDigit(text) == last(text);
    }

    /** The number in 14 digits, so that the same goods under GTIN-12 and GTIN-13 compare equal. */
    public String padded() {
        return "0".repeat(LONGEST - digits.length()) + digits;
    }

    /** Weights 3, 1, 3, 1 … from the digit left of the check digit; the sum is filled up to a multiple of ten. */
    private static int checkDigit(String text) {
        int sum = 0;
        for (int i = text.length() - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += weight * (text.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }

    private static int last(String text) {
        return text.charAt(text.length() - 1) - '0';
    }

    private static boolean hasLegalLength(String text) {
        int length = text.length();
        return length == 8 || length == 12 || length == 13 || length == LONGEST;
    }

    @Override
    public String toString() {
        return digits;
    }
}
