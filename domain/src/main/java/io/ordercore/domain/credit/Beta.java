package io.ordercore.domain.credit;

/**
 * The beta distribution, by Lentz's continued fraction for the incomplete beta function (DLMF 8.17.22) and Stirling's series for
 * the gamma function. StrictMath only: the same digits everywhere.
 */
final class Beta {
    private static final int MOST_TERMS = 500;
    private static final double PRECISION = 1e-13;
    private static final double TINY = 1e-300;
    private static final int BISECTIONS = 50;

    private Beta() {}

    /** The probability that a value with this distribution is at most {@code x}; parameters of zero concentrate it at an end. */
    static double cumulative(double x, double alpha, double beta) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1 || alpha <= 0) {
            return 1;
        }
        if (beta <= 0) {
            return 0;
        }
        double front = StrictMath.exp(logGamma(alpha + beta)
                - logGamma(alpha)
                - logGamma(beta)
                + alpha * StrictMath.log(x)
                + beta * StrictMath.log1p(-x));
        return x < (alpha + 1) / (alpha + beta + 2)
                ? front * fraction(x, alpha, beta) / alpha
                : 1 - front * fraction(1 - x, beta, alpha) / beta;
    }

    /** The value that is not exceeded with this probability. */
    static double quantile(double chance, double alpha, double beta) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle, alpha, beta) < chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double fraction(double x, double alpha, double beta) {
        double c = 1;
        double d = 1 / nonZero(1 - (alpha + beta) * x / (alpha + 1));
        double result = d;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double even = m * (beta - m) * x / ((alpha + 2 * m - 1) * (alpha + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            result *= d * c;
            double odd = -(alpha + m) * (alpha + beta + m) * x / ((alpha + 2 * m) * (alpha + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            result *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return result;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Stirling's series above 10; below, the recurrence leads there. */
    private static double logGamma(double x) {
        double shift = 1;
        double z = x;
        while (z < 10) {
            shift *= z;
            z++;
        }
        double inverse = 1 / (z * z);
        double series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / z;
        return (z - 0.5) * StrictMath.log(z) - z + 0.5 * StrictMath.log(2 * Math.PI) + series - StrictMath.log(shift);
    }
}
