package io.ordercore.bootstrap.bench.load;

/** Counts durations in steps of three per cent, from a microsecond on. */
public final class Latencies {
    private static final int STEPS_PER_DOUBLING = 32;
    private static final int STEP_BITS = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] counts = new long[Long.SIZE * STEPS_PER_DOUBLING];
    private long count;
    private long worst;

    public void add(long nanos) {
        counts[step(Math.max(STEPS_PER_DOUBLING, nanos))]++;
        count++;
        worst = Math.max(worst, nanos);
    }

    public long count() {
        return count;
    }

    public double worstMillis() {
        return worst / NANOS_PER_MILLI;
    }

    /** Milliseconds within which this share was answered; 0 if nothing was. */
    public double millis(double share) {
        long wanted = (long) Math.ceil(count * share);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return upperNanos(i) / NANOS_PER_MILLI;
            }
        }
        return 0;
    }

    private static int step(long nanos) {
        int doubling = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
        int within = (int) (nanos >>> (doubling - STEP_BITS)) - STEPS_PER_DOUBLING;
        return doubling * STEPS_PER_DOUBLING + within;
    }

    private static double upperNanos(int step) {
        int doubling = step / STEPS_PER_DOUBLING;
        double within = step % STEPS_PER_DOUBLING + 1 + STEPS_PER_DOUBLING;
        return Math.scalb(within, doubling - STEP_BITS);
    }
}
