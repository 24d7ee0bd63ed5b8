package io.ordercore.domain.inspection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a plan tells good lots from bad: the probability that a lot of a given quality is accepted.
 *
 * <p>For one lot of known size the number of defectives in the sample is hypergeometric; for a process it is binomial, and
 * Poisson where defects are counted per hundred units (MIL-STD-105E, 4.1 and Tables X). The gap of a reduced plan accepts.
 *
 * @param countsDefects true for an AQL above 10
 */
public record OperatingCharacteristic(SamplingPlan plan, boolean countsDefects) {
    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final int DIGITS = 6;
    private static final int CURVE_STEPS = 100;
    private static final int BISECTIONS = 60;

    public static OperatingCharacteristic of(SamplingPlan plan, Aql aql) {
        return new OperatingCharacteristic(plan, aql.countsDefects());
    }

    /**
     * The probability, 0 to 1, that a lot of {@code lotSize} units with {@code defective} bad ones is accepted; exact but for
     * the last rounding.
     *
     * @throws IllegalArgumentException for a lot smaller than the sample or more defectives than units
     */
    public double acceptanceOfLot(int lotSize, int defective) {
        if (lotSize < plan.sampleSize() || defective < 0 || defective > lotSize) {
            throw new IllegalArgumentException("no sample of " + plan.sampleSize() + " from " + lotSize + " units with "
                    + defective + " defectives");
        }
        int sample = plan.sampleSize();
        int fewest = Math.max(0, sample - (lotSize - defective));
        int most = Math.min(Math.min(plan.rejection() - 1, sample), defective);
        if (fewest > most) {
            return 0;
        }
        // C(D, k) C(N-D, n-k), from one k to the next by its two neighbours instead of two fresh coefficients.
        BigInteger term = choose(defective, fewest).multiply(choose(lotSize - defective, sample - fewest));
        BigInteger accepting = term;
        for (int k = fewest; k < most; k++) {
            term = term.multiply(BigInteger.valueOf(defective - k))
                    .multiply(BigInteger.valueOf(sample - k))
                    .divide(BigInteger.valueOf(k + 1L))
                    .divide(BigInteger.valueOf(lotSize - defective - sample + k + 1L));
            accepting = accepting.add(term);
        }
        return new BigDecimal(accepting)
                .divide(new BigDecimal(choose(lotSize, sample)), PRECISION)
                .doubleValue();
    }

    /**
     * The probability, 0 to 1, that a lot from a process of this quality is accepted.
     *
     * @param quality the share of defectives, 0 to 1; or defects per unit, which may exceed 1
     */
    public double acceptance(double quality) {
        if (!(quality >= 0) || (!countsDefects && quality > 1)) {
            throw new IllegalArgumentException("not a quality: " + quality);
        }
        if (quality == 0) {
            return 1;
        }
        return countsDefects ? poisson(quality * plan.sampleSize()) : binomial(quality);
    }

    /** The risk that a lot exactly as good as its AQL is not accepted, 0 to 1. */
    public double producersRisk(Aql aql) {
        return 1 - acceptance(aql.value().movePointLeft(2).doubleValue());
    }

    /** The risk that a lot of this bad quality is accepted all the same, 0 to 1. */
    public double consumersRisk(double quality) {
        return acceptance(quality);
    }

    /** The quality whose lots are accepted with probability {@code acceptance}: 0.10 asks for the limiting quality. */
    public double qualityAccepted(double acceptance) {
        if (!(acceptance > 0 && acceptance < 1)) {
            throw new IllegalArgumentException("a probability between 0 and 1: " + acceptance);
        }
        double good = 0;
        double bad = countsDefects ? 2.0 * plan.rejection() / plan.sampleSize() + 100 : 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (good + bad) / 2;
            if (acceptance(middle) >= acceptance) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return (good + bad) / 2;
    }

    /** The curve in 101 points, from perfect lots to such as are accepted once in a thousand times. */
    public List<Point> curve() {
        double worst = qualityAccepted(0.001);
        return IntStream.rangeClosed(0, CURVE_STEPS)
                .mapToObj(step -> worst * step / CURVE_STEPS)
                .map(quality -> new Point(rounded(quality), rounded(acceptance(quality))))
                .toList();
    }

    /** A point of the curve, both 6 digits after the point. */
    public record Point(BigDecimal quality, BigDecimal acceptance) {}

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }

    private double binomial(double share) {
        if (share == 1) {
            return plan.rejection() > plan.sampleSize() ? 1 : 0;
        }
        int n = plan.sampleSize();
        double logOdds = Math.log(share) - Math.log1p(-share);
        double logTerm = n * Math.log1p(-share);
        double sum = Math.exp(logTerm);
        for (int k = 1; k < plan.rejection() && k <= n; k++) {
            logTerm += Math.log((n - k + 1.0) / k) + logOdds;
            sum += Math.exp(logTerm);
        }
        return Math.min(1, sum);
    }

    private double poisson(double mean) {
        double logTerm = -mean;
        double sum = Math.exp(logTerm);
        for (int k = 1; k < plan.rejection(); k++) {
            logTerm += Math.log(mean / k);
            sum += Math.exp(logTerm);
        }
        return Math.min(1, sum);
    }

    private static BigInteger choose(int from, int taken) {
        BigInteger result = BigInteger.ONE;
        for (int i = 1; i <= Math.min(taken, from - taken); i++) {
            result = result.multiply(BigInteger.valueOf(from - i + 1L)).divide(BigInteger.valueOf(i));
        }
        return result;
    }
}
