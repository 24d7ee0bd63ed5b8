package io.ordercore.domain.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LaneTimesTest {
    private static final Lane NEAR = new Lane("GD", "GD", "51");
    private static final Lane FAR = new Lane("GD", "XJ", "83");

    @ParameterizedTest
    @CsvSource({"0.0, 10", "0.5, 25", "0.9, 37", "1.0, 40"})
    void a_quantile_lies_between_its_neighbours_whatever_came_first(double share, double seconds) {
        LaneTimes.Collector collected = new LaneTimes.Collector();
        for (long took : new long[] {30, 10, 40, 20}) {
            collected.add(NEAR, took);
        }

        assertThat(collected.sorted().quantile(NEAR, share)).isEqualTo(seconds);
    }

    /** Of 10 near ones that took 100 and 30 far ones that took 200, by hand: 200, then 175, 156.25, 142.1875. */
    @Test
    void few_journeys_lean_on_wider_levels_as_if_on_thirty() {
        LaneTimes.Collector collected = new LaneTimes.Collector();
        for (int i = 0; i < 40; i++) {
            collected.add(i < 10 ? NEAR : FAR, i < 10 ? 100 : 200);
        }
        LaneTimes times = collected.sorted();

        assertThat(times.quantile(NEAR, 0.5)).as("the lane and zone").isEqualTo(142.1875);
        assertThat(times.quantile(new Lane("GD", "GD", "99"), 0.5))
                .as("the lane")
                .isEqualTo(156.25);
        assertThat(times.quantile(new Lane("ZJ", "GD", "99"), 0.5))
                .as("the destination")
                .isEqualTo(175);
        assertThat(times.quantile(new Lane("ZJ", "TJ", "99"), 0.5)).as("all").isEqualTo(200);
        assertThat(times.quantile(FAR, 0.5)).isEqualTo(200);
    }

    @Test
    void nothing_is_known_before_anything_was_seen() {
        LaneTimes.Collector collected = new LaneTimes.Collector();
        assertThat(collected.sorted().isEmpty()).isTrue();
        collected.add(NEAR, 1);
        assertThat(collected.sorted().isEmpty()).isFalse();
    }
}
