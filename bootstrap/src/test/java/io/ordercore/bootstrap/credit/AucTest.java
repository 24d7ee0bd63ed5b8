package io.ordercore.bootstrap.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AucTest {
    @Test
    void it_counts_pairs_ties_by_half() {
        Random random = new Random(2);
        boolean[] bad = new boolean[300];
        double[] score = new double[300];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = random.nextBoolean();
            score[i] = random.nextInt(20);
        }
        double won = 0;
        long pairs = 0;
        for (int i = 0; i < bad.length; i++) {
            for (int j = 0; j < bad.length; j++) {
                if (bad[i] && !bad[j]) {
                    pairs++;
                    won += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(Auc.of(bad, score)).isCloseTo(won / pairs, within(1e-12));
    }
}
