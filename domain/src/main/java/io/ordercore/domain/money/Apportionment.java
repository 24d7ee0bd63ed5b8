package io.ordercore.domain.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * Splits an amount over weights so that the parts always sum to the whole.
 *
 * <p>Largest remainder (Hamilton's method): every part is rounded down, the minor units left over go to the parts with the
 * largest fractions, the earlier one first among equals.
 */
public final class Apportionment {
    private Apportionment() {}

    /**
     * The parts of {@code whole} in proportion to {@code weights}, in their order.
     *
     * @throws IllegalArgumentException for no weights, a negative weight or a negative amount
     */
    public static List<Money> byWeight(Money whole, List<Long> weights) {
        if (weights.isEmpty() || whole.isNegative() || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("cannot apportion " + whole + " over " + weights);
        }
        BigInteger total = sum(weights);
        if (total.signum() == 0) {
            return byWeight(whole, weights.stream().map(weight -> 1L).toList());
        }
        BigInteger units = BigInteger.valueOf(whole.getAmountMinorLong());
        long[] parts = new long[weights.size()];
        BigInteger[] remainders = new BigInteger[weights.size()];
        long left = whole.getAmountMinorLong();
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] quotient =
                    units.multiply(BigInteger.valueOf(weights.get(i))).divideAndRemainder(total);
            parts[i] = quotient[0].longValueExact();
            remainders[i] = quotient[1];
            left -= parts[i];
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        List<Money> shares = new ArrayList<>(parts.length);
        for (long part : parts) {
            shares.add(Money.ofMinor(whole.getCurrencyUnit(), part));
        }
        return List.copyOf(shares);
    }

    /**
     * What {@code taken} units of {@code of} are worth when {@code before} units were taken already: the running share,
     * rounded once, less what was given before. Any sequence of takes over all units sums to exactly {@code whole}.
     */
    public static Money slice(Money whole, long of, long before, long taken) {
        if (of <= 0 || before < 0 || taken < 0 || before + taken > of) {
            throw new IllegalArgumentException("cannot take " + taken + " after " + before + " of " + of);
        }
        return upTo(whole, of, before + taken).minus(upTo(whole, of, before));
    }

    private static Money upTo(Money whole, long of, long count) {
        BigInteger units = BigInteger.valueOf(whole.getAmountMinorLong()).multiply(BigInteger.valueOf(count));
        return Money.ofMinor(
                whole.getCurrencyUnit(), units.divide(BigInteger.valueOf(of)).longValueExact());
    }

    private static BigInteger sum(List<Long> weights) {
        return weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
