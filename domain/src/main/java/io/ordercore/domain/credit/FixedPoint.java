package io.ordercore.domain.credit;

import java.math.BigInteger;

/**
 * Whole-number arithmetic in billionths ("nano": 1 is 1,000,000,000). Every result depends on its arguments alone, to the last
 * digit, on every machine; sums of such numbers do not depend on the order of adding.
 */
final class FixedPoint {
    static final long ONE = 1_000_000_000L;

    /** Days after which evidence weighs half. */
    static final int HALF_LIFE = 180;

    private static final long LARGEST_EXACT = Long.MAX_VALUE / 1000;
    private static final int LOG_BITS = 32;
    private static final long[] WEIGHTS = weights();

    private FixedPoint() {}

    /** A share of two like quantities, {@code 0 <= part <= whole}, in nano, rounded down. */
    static long ratio(long part, long whole) {
        if (whole <= 0 || part < 0 || part > whole) {
            throw new IllegalArgumentException("no share: " + part + " of " + whole);
        }
        long divisor = whole;
        long rest = part;
        while (divisor > LARGEST_EXACT) {
            divisor >>= 1;
            rest = Math.min(rest >> 1, divisor);
        }
        long result = rest / divisor;
        rest %= divisor;
        for (int thousands = 0; thousands < 3; thousands++) {
            rest *= 1000;
            result = result * 1000 + rest / divisor;
            rest %= divisor;
        }
        return result;
    }

    /** One quantity divided by a like one, in nano, rounded down; may exceed 1. */
    static long quotient(long dividend, long divisor) {
        return Math.addExact(Math.multiplyExact(dividend / divisor, ONE), ratio(dividend % divisor, divisor));
    }

    /** The product of two nano numbers below 9 each, rounded to the nearest. */
    static long times(long a, long b) {
        return (Math.multiplyExact(a, b) + ONE / 2) / ONE;
    }

    /** {@code 2^(-days / 180)} in nano: 1 today, a half after 180 days; above 1 for days to come. */
    static long decay(long days) {
        int halvings = Math.toIntExact(Math.floorDiv(days, (long) HALF_LIFE));
        long weight = WEIGHTS[Math.floorMod(days, HALF_LIFE)];
        if (halvings >= 0) {
            return halvings > 62 ? 0 : weight >> halvings;
        }
        if (halvings < -30) {
            throw new ArithmeticException("evidence more than 15 years after its norms");
        }
        return weight << -halvings;
    }

    /** Log to base 2 of a number above zero, in units of 2^-32: the mantissa squared, one binary digit at a time. */
    static long log2(long number) {
        if (number <= 0) {
            throw new IllegalArgumentException("no logarithm of " + number);
        }
        int exponent = 63 - Long.numberOfLeadingZeros(number);
        long mantissa = number << (62 - exponent);
        long result = exponent;
        for (int bit = 0; bit < LOG_BITS; bit++) {
            long squared = Math.multiplyHigh(mantissa, mantissa);
            boolean two = squared >= 1L << 61;
            mantissa = two ? squared << 1 : squared << 2;
            result = (result << 1) | (two ? 1 : 0);
        }
        return result;
    }

    /** Roots of one half, by whole numbers: 2^(-1/180) from its 180th power, then its powers. */
    private static long[] weights() {
        int bits = 96;
        BigInteger one = BigInteger.ONE.shiftLeft(bits);
        BigInteger low = BigInteger.ZERO;
        BigInteger high = one;
        BigInteger half = one.shiftRight(1);
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (power(middle, HALF_LIFE, bits).compareTo(half) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        long[] weights = new long[HALF_LIFE];
        BigInteger weight = one;
        for (int day = 0; day < HALF_LIFE; day++) {
            weights[day] = weight.multiply(BigInteger.valueOf(ONE))
                    .add(half)
                    .shiftRight(bits)
                    .longValueExact();
            weight = weight.multiply(high).shiftRight(bits);
        }
        return weights;
    }

    private static BigInteger power(BigInteger base, int exponent, int bits) {
        BigInteger result = BigInteger.ONE.shiftLeft(bits);
        for (int i = 0; i < exponent; i++) {
            result = result.multiply(base).shiftRight(bits);
        }
        return result;
    }
}
