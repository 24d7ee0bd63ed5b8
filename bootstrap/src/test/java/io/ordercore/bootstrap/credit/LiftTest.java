package io.ordercore.bootstrap.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiftTest {
    @Test
    void a_score_that_knows_finds_all_bad_orders_in_its_worst_tenth() {
        boolean[] bad = new boolean[100];
        double[] score = new double[100];
        for (int i = 0; i < 100; i++) {
            score[i] = i;
            bad[i] = i >= 90;
        }
        assertThat(Lift.ofWorstTenth(bad, score)).isCloseTo(10, within(1e-9));
    }

    @Test
    void a_score_that_says_nothing_has_a_lift_of_one() {
        boolean[] bad = new boolean[55];
        Arrays.fill(bad, 3, 14, true);
        assertThat(Lift.ofWorstTenth(bad, new double[55])).isCloseTo(1, within(1e-9));
        assertThat(Lift.ofWorstTenth(new boolean[55], new double[55])).isNaN();
    }
}
