package io.ordercore.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BetaTest {
    @Test
    void for_whole_parameters_it_is_a_binomial_tail() {
        for (int alpha = 1; alpha <= 40; alpha += 3) {
            for (int beta = 1; beta <= 200; beta += 13) {
                for (double x : new double[] {0.001, 0.02, 0.1, 0.37, 0.5, 0.9}) {
                    assertThat(Beta.cumulative(x, alpha, beta))
                            .isCloseTo(tail(alpha + beta - 1, alpha, x), within(1e-9));
                }
            }
        }
    }

    private static double tail(int draws, int atLeast, double chance) {
        double[] hits = new double[draws + 1];
        hits[0] = 1;
        for (int drawn = 0; drawn < draws; drawn++) {
            for (int k = drawn + 1; k > 0; k--) {
                hits[k] = hits[k] * (1 - chance) + hits[k - 1] * chance;
            }
            hits[0] *= 1 - chance;
        }
        double sum = 0;
        for (int k = atLeast; k <= draws; k++) {
            sum += hits[k];
        }
        return sum;
    }

    @Test
    void a_quantile_undoes_the_probability() {
        for (double chance : new double[] {0.05, 0.5, 0.95}) {
            double x = Beta.quantile(chance, 3.3, 28.4);
            assertThat(Beta.cumulative(x, 3.3, 28.4)).isCloseTo(chance, within(1e-9));
        }
        assertThat(Beta.cumulative(0.5, 0, 10)).isEqualTo(1);
        assertThat(Beta.cumulative(0.5, 10, 0)).isEqualTo(0);
    }
}
