package io.ordercore.domain.catalog.review;

import java.util.Arrays;

/**
 * Counted log-prices in bins of 1/50 (two per cent), kept sorted: adding and taking back are exact. Logarithms are in
 * millionths.
 */
final class PriceBins {
    private static final int BIN_WIDTH = 20_000;

    private int[] bins = new int[4];
    private int[] counts = new int[4];
    private int used;
    private int total;

    static int binOf(long logarithm) {
        return (int) Math.floorDiv(logarithm + BIN_WIDTH / 2, BIN_WIDTH);
    }

    int total() {
        return total;
    }

    void add(int bin, int count) {
        int at = Arrays.binarySearch(bins, 0, used, bin);
        if (at < 0) {
            at = -at - 1;
            insertAt(at, bin);
        }
        int before = counts[at];
        counts[at] = Math.max(0, before + count);
        total += counts[at] - before;
    }

    /** The middle log-price; 0 when empty. */
    long median() {
        return ((long) atRank((total - 1) / 2) + atRank(total / 2)) * (BIN_WIDTH / 2);
    }

    /** Counts the distances of all log-prices from a centre. */
    void addDistances(long centre, PriceBins into) {
        for (int i = 0; i < used; i++) {
            if (counts[i] > 0) {
                into.add(binOf(Math.abs((long) bins[i] * BIN_WIDTH - centre)), counts[i]);
            }
        }
    }

    /** The log-price below which so many per cent lie. */
    long percentile(int percent) {
        return (long) atRank((int) Math.min(total - 1L, (long) total * percent / 100)) * BIN_WIDTH;
    }

    private int atRank(int rank) {
        int passed = 0;
        for (int i = 0; i < used; i++) {
            passed += counts[i];
            if (passed > rank) {
                return bins[i];
            }
        }
        return 0;
    }

    private void insertAt(int at, int bin) {
        if (used == bins.length) {
            bins = Arrays.copyOf(bins, used * 2);
            counts = Arrays.copyOf(counts, used * 2);
        }
        System.arraycopy(bins, at, bins, at + 1, used - at);
        System.arraycopy(counts, at, counts, at + 1, used - at);
        bins[at] = bin;
        counts[at] = 0;
        used++;
    }
}
