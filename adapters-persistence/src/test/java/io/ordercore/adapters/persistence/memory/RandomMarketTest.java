package io.ordercore.adapters.persistence.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** {@code -Dordercore.seed} repeats a run, {@code -Dordercore.steps} makes it longer. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class RandomMarketTest {
    private static final int STEPS = Integer.getInteger("ordercore.steps", 20_000);
    private static final int STEPS_OF_A_MARKET = 1_000;

    /** What comes about often enough to be missed; the rarer outcomes come about as well, not in every run. */
    private static final String[] EVERYTHING = {
        "change APPLIED",
        "change CONFLICTED",
        "change DECLINED",
        "change EXPIRED",
        "return REFUNDED",
        "return EXCHANGED",
        "claim RESOLVED",
    };

    @Test
    void goods_and_money_add_up_after_every_step(TestReporter reporter) {
        long seed = Long.getLong("ordercore.seed", System.nanoTime());
        reporter.publishEntry("seed", Long.toString(seed));
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int market = 0; market < STEPS / STEPS_OF_A_MARKET; market++) {
            live(seed + market).forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum));
        }
        reporter.publishEntry("outcomes", outcomes.toString());
        assertThat(outcomes.keySet())
                .as("-Dordercore.seed=%d: markets in which all of this happened", seed)
                .contains(EVERYTHING)
                .anyMatch(outcome -> outcome.startsWith("interception "));
    }

    /** A market's life; whatever ends it before its time names the seed that brings it about again. */
    private static Map<String, Integer> live(long seed) {
        RandomMarket market = new RandomMarket(new Random(seed));
        int step = 0;
        try {
            while (step < STEPS_OF_A_MARKET) {
                step++;
                market.step();
            }
            market.end();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-Dordercore.seed=" + seed + ", step " + step + ": " + e.getMessage(), e);
        }
        return market.outcomes();
    }
}
