package io.ordercore.domain.credit;

import com.google.common.collect.ImmutableMap;

/** Round numbers, in billionths: what holds before anything was surveyed. */
final class StartingNorms {
    static final ImmutableMap<Indicator, Long> MEANS = ImmutableMap.<Indicator, Long>builder()
            .put(Indicator.DEFECT, 40_000_000L)
            .put(Indicator.CANCELLATION, 10_000_000L)
            .put(Indicator.HAND_OVER_LATE, 60_000_000L)
            .put(Indicator.TRACKING_INVALID, 20_000_000L)
            .put(Indicator.RESPONSE_LATE, 20_000_000L)
            .put(Indicator.INSPECTION_NOT_ACCEPTED, 40_000_000L)
            .buildOrThrow();

    /** Defects and cancellations, by the merchant's fault. */
    static final long ATTRIBUTED = 50_000_000L;

    /** Whoever's fault. */
    static final long BAD_ORDERS = 120_000_000L;

    static final long BEST = 40_000_000L;
    static final long WORST = 250_000_000L;

    private StartingNorms() {}
}
