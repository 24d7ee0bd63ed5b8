package io.ordercore.domain.catalog.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PriceBinsTest {
    private static final long SEED = Long.getLong("seed", 20261126);

    @Test
    void a_logarithm_falls_into_the_nearest_bin() {
        assertThat(PriceBins.binOf(0)).isZero();
        assertThat(PriceBins.binOf(9_999)).isZero();
        assertThat(PriceBins.binOf(10_000)).isEqualTo(1);
        assertThat(PriceBins.binOf(-10_000)).isZero();
        assertThat(PriceBins.binOf(-10_001)).isEqualTo(-1);
        assertThat(PriceBins.binOf(4_605_170)).isEqualTo(230);
    }

    @Test
    void an_empty_one_has_neither_middle_nor_percentile() {
        PriceBins empty = new PriceBins();
        assertThat(empty.total()).isZero();
        assertThat(empty.median()).isZero();
    }

    @Test
    void taking_back_more_than_was_added_leaves_nothing() {
        PriceBins bins = new PriceBins();
        bins.add(5, 2);
        bins.add(5, -3);
        assertThat(bins.total()).isZero();
        bins.add(5, 1);
        assertThat(bins.total()).isEqualTo(1);
    }

    @Test
    void they_count_as_a_sorted_list_does() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            PriceBins bins = new PriceBins();
            List<Integer> list = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                if (list.isEmpty() || random.nextInt(4) > 0) {
                    int bin = random.nextInt(21) - 10;
                    int count = 1 + random.nextInt(2);
                    bins.add(bin, count);
                    for (int i = 0; i < count; i++) {
                        list.add(bin);
                    }
                } else {
                    Integer gone = list.remove(random.nextInt(list.size()));
                    bins.add(gone, -1);
                }
            }
            list.sort(null);
            int size = list.size();
            String seed = "seed " + SEED + ", round " + round;
            assertThat(bins.total()).as(seed).isEqualTo(size);
            if (size > 0) {
                assertThat(bins.median()).as(seed).isEqualTo((list.get((size - 1) / 2) + list.get(size / 2)) * 10_000L);
                for (int percent : new int[] {0, 10, 50, 80, 99, 100}) {
                    assertThat(bins.percentile(percent))
                            .as(seed + ", percentile " + percent)
                            .isEqualTo(list.get(Math.min(size - 1, size * percent / 100)) * 20_000L);
                }
            }
        }
    }

    @Test
    void distances_are_counted_to_both_sides_of_a_centre() {
        PriceBins bins = new PriceBins();
        bins.add(-3, 1);
        bins.add(1, 2);
        bins.add(4, 1);
        bins.add(4, -1);
        PriceBins distances = new PriceBins();
        bins.addDistances(-20_000, distances);
        assertThat(distances.total()).isEqualTo(3);
        assertThat(distances.median()).isEqualTo(40_000);
        assertThat(distances.percentile(0)).isEqualTo(40_000);
    }
}
