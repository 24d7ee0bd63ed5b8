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
        Random random = new Random(seed);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int step = 0; step < STEPS; step += STEPS_OF_A_MARKET) {
            RandomMarket market = new RandomMarket(random, "seed " + seed);
            for (int i = 1; i <= STEPS_OF_A_MARKET; i++) {
                market.step(step + i);
            }
            market.end();
            market.outcomes().forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum));
        }
        reporter.publishEntry("outcomes", outcomes.toString());
        assertThat(outcomes.keySet())
                .as("a market in which all of this happened")
                .contains(EVERYTHING)
                .anyMatch(outcome -> outcome.startsWith("interception "));
    }
}
