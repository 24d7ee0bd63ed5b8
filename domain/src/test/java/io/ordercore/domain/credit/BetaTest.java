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

    /** Closed forms: the arcsine law, and powers where one parameter is 1. */
    @Test
    void where_it_has_a_closed_form_it_is_that_to_twelve_digits() {
        for (double x : new double[] {0.004, 0.1, 0.25, 0.5, 0.77, 0.996}) {
            assertThat(Beta.cumulative(x, 0.5, 0.5))
                    .as("arcsine law at %s", x)
                    .isCloseTo(2 / Math.PI * Math.asin(Math.sqrt(x)), within(1e-12));
            for (double parameter : new double[] {0.3, 1, 2.5, 9.9, 10, 47.25}) {
                assertThat(Beta.cumulative(x, parameter, 1))
                        .as("x^%s at %s", parameter, x)
                        .isCloseTo(Math.pow(x, parameter), within(1e-12));
                assertThat(Beta.cumulative(x, 1, parameter))
                        .as("1 - (1 - x)^%s at %s", parameter, x)
                        .isCloseTo(1 - Math.pow(1 - x, parameter), within(1e-12));
            }
        }
    }

    @Test
    void it_rises_from_nothing_to_certainty_between_its_ends() {
        assertThat(Beta.cumulative(-0.1, 2, 3)).isEqualTo(0);
        assertThat(Beta.cumulative(0, 2, 3)).isEqualTo(0);
        assertThat(Beta.cumulative(1, 2, 3)).isEqualTo(1);
        assertThat(Beta.cumulative(1.1, 2, 3)).isEqualTo(1);
        assertThat(Beta.cumulative(0, 0, 3)).isEqualTo(0);
        assertThat(Beta.cumulative(1, 3, 0)).isEqualTo(1);
    }

    /** By symmetry, I_x(a, b) = 1 - I_(1-x)(b, a), also for the large parameters of long histories. */
    @Test
    void it_mirrors_itself_and_stays_exact_for_long_histories() {
        for (double[] pair : new double[][] {{30.7, 93.1}, {112.5, 40.25}, {300, 2_000}, {5_000, 60_000}}) {
            double mean = pair[0] / (pair[0] + pair[1]);
            for (double x : new double[] {mean * 0.9, mean, mean * 1.1}) {
                assertThat(Beta.cumulative(x, pair[0], pair[1]) + Beta.cumulative(1 - x, pair[1], pair[0]))
                        .isCloseTo(1, within(1e-9));
            }
            assertThat(Beta.quantile(0.5, pair[0], pair[1])).isCloseTo(mean, within(mean / 10));
        }
        assertThat(Beta.quantile(0.25, 0.5, 0.5))
                .as("sin²(π/8)")
                .isCloseTo(Math.pow(Math.sin(Math.PI / 8), 2), within(1e-12));
    }
}
