package io.ordercore.domain.inspection;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Random choices that anybody can check afterwards.
 *
 * <p>The platform publishes {@link #commitment()} before a lot is counted and {@link #seed()} with its result: it can neither
 * choose the seed to fit the lot, nor the lot's units to fit a wish. Numbers come from SHA-256 in counter mode over seed, lot
 * and counter; a number outside the largest multiple of the range is thrown away, so that every unit is equally likely.
 *
 * @param seed 64 lower-case hexadecimal digits (256 bits)
 */
public record FairDraw(String seed, String lot) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int TEN_THOUSAND = 10_000;

    public FairDraw {
        if (!HEX.matcher(seed).matches()) {
            throw new IllegalArgumentException("a seed has 64 hexadecimal digits");
        }
    }

    /** SHA-256 of the seed's text, hexadecimal. */
    public String commitment() {
        return hash(seed).toString();
    }

    /** Whether this seed is the one that was promised. */
    public boolean opens(String published) {
        return commitment().equals(published);
    }

    /** Whether the lot is inspected at all, with a chance in ten-thousandths: its number is below. */
    public boolean selects(int chance) {
        return number() < chance;
    }

    /** The lot's number, 0 to 9,999. */
    public int number() {
        return choice("selected", TEN_THOUSAND);
    }

    /** One of so many, from 0; every one is equally likely. */
    public int choice(String purpose, int of) {
        return new Numbers(purpose).below(of);
    }

    /**
     * The units to take, numbered from 1, ascending; every set of that size is equally likely (Floyd's algorithm).
     *
     * @throws IllegalArgumentException where the sample exceeds the lot
     */
    public List<Integer> units(int lotSize, int sampleSize) {
        if (sampleSize < 0 || sampleSize > lotSize) {
            throw new IllegalArgumentException("no sample of " + sampleSize + " from " + lotSize);
        }
        Numbers numbers = new Numbers("units");
        SortedSet<Integer> drawn = new TreeSet<>();
        for (int last = lotSize - sampleSize + 1; last <= lotSize; last++) {
            int unit = numbers.below(last) + 1;
            drawn.add(drawn.contains(unit) ? last : unit);
        }
        return List.copyOf(drawn);
    }

    private static HashCode hash(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8);
    }

    private final class Numbers {
        private final String purpose;
        private long counter;

        Numbers(String purpose) {
            this.purpose = purpose;
        }

        int below(int bound) {
            long range = 1L << 62;
            long usable = range - range % bound;
            long value;
            do {
                value = hash(seed + '|' + lot + '|' + purpose + '|' + counter++).asLong() & (range - 1);
            } while (value >= usable);
            return (int) (value % bound);
        }
    }
}
