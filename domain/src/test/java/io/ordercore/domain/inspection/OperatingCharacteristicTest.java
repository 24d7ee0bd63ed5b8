package io.ordercore.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OperatingCharacteristicTest {
    static Stream<Arguments> plansAndQualities() {
        return Stream.of(Severity.values())
                .flatMap(severity -> Stream.of(CodeLetter.values())
                        .flatMap(letter -> Stream.of("0.10", "0.65", "1.0", "2.5", "4.0", "10")
                                .map(aql -> Arguments.of(SamplingPlan.of(letter, severity, Aql.of(aql))))));
    }

    @ParameterizedTest
    @MethodSource("plansAndQualities")
    void acceptance_equals_drawing_unit_by_unit(SamplingPlan plan) {
        OperatingCharacteristic characteristic = new OperatingCharacteristic(plan, false);
        for (double share : new double[] {0.001, 0.01, 0.05, 0.2, 0.6}) {
            assertThat(characteristic.acceptance(share))
                    .isCloseTo(unitByUnit(plan, Integer.MAX_VALUE, share), within(1e-9));
        }
        int lot = plan.sampleSize() * 2 + 7;
        for (int defective : new int[] {0, 1, 3, lot / 10, lot / 2, lot}) {
            assertThat(characteristic.acceptanceOfLot(lot, defective))
                    .isCloseTo(unitByUnit(plan, lot, (double) defective / lot), within(1e-9));
        }
    }

    /** Forward recursion over draws, with or without putting back: no coefficient, no logarithm. */
    private static double unitByUnit(SamplingPlan plan, int lot, double share) {
        boolean finite = lot != Integer.MAX_VALUE;
        double bad = finite ? Math.rint(lot * share) : 0;
        double[] found = new double[plan.sampleSize() + 2];
        found[0] = 1;
        for (int drawn = 0; drawn < plan.sampleSize(); drawn++) {
            for (int k = drawn + 1; k >= 0; k--) {
                double hit = k == 0 ? 0 : found[k - 1] * chance(finite, lot, bad, share, drawn, k - 1);
                double miss = found[k] * (1 - chance(finite, lot, bad, share, drawn, k));
                found[k] = hit + miss;
            }
        }
        double accepted = 0;
        for (int k = 0; k < Math.min(plan.rejection(), found.length); k++) {
            accepted += found[k];
        }
        return accepted;
    }

    private static double chance(boolean finite, int lot, double bad, double share, int drawn, int found) {
        return finite ? Math.min(1, Math.max(0, (bad - found) / (lot - drawn))) : share;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"NORMAL, 0.034", "TIGHTENED, 0.002"})
    void the_contested_arrow_makes_tightened_stricter_than_normal(Severity severity, double expected) {
        SamplingPlan plan = SamplingPlan.of(CodeLetter.G, severity, Aql.of("1.0"));
        assertThat(new OperatingCharacteristic(plan, false).acceptance(0.10)).isCloseTo(expected, within(5e-4));
    }

    @Test
    void tightened_is_never_easier_than_normal_at_ten_times_the_limit() {
        for (CodeLetter letter : CodeLetter.values()) {
            for (Aql aql : Aql.preferred()) {
                double bad = Math.min(1, aql.value().doubleValue() / 10);
                double normal = OperatingCharacteristic.of(SamplingPlan.of(letter, Severity.NORMAL, aql), aql)
                        .acceptance(bad);
                double tightened = OperatingCharacteristic.of(SamplingPlan.of(letter, Severity.TIGHTENED, aql), aql)
                        .acceptance(bad);
                assertThat(tightened).as("%s %s", letter, aql).isLessThanOrEqualTo(normal + 1e-12);
            }
        }
    }

    @Test
    void risks_are_read_from_the_curve() {
        Aql aql = Aql.of("2.5");
        OperatingCharacteristic characteristic =
                OperatingCharacteristic.of(SamplingPlan.of(CodeLetter.J, Severity.NORMAL, aql), aql);
        assertThat(characteristic.producersRisk(aql)).isCloseTo(0.015215, within(1e-6));
        double limiting = characteristic.qualityAccepted(0.10);
        assertThat(limiting).isCloseTo(0.112850, within(1e-6));
        assertThat(characteristic.consumersRisk(limiting)).isCloseTo(0.10, within(1e-9));
    }

    /** Per cent defective of lots accepted so often, for n 80 and Ac 2: solved outside, by exact sums of C(80, k). */
    @ParameterizedTest
    @CsvSource({
        "0.99, 0.5504679",
        "0.95, 1.0297801",
        "0.75, 2.1628889",
        "0.50, 3.3285318",
        "0.10, 6.5159667",
        "0.01, 10.0954848",
    })
    void the_quality_accepted_so_often_is_found_on_the_whole_curve(double accepted, double percent) {
        OperatingCharacteristic characteristic = new OperatingCharacteristic(new SamplingPlan(80, 2, 3, false), false);

        assertThat(characteristic.qualityAccepted(accepted) * 100).isCloseTo(percent, within(1e-7));
    }

    /** Half the quantiles of chi-squared with 2 (Ac + 1) degrees of freedom. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.0513, 2.3026",
        "1, 0.3554, 3.8897",
        "2, 0.8177, 5.3223",
        "3, 1.3663, 6.6808",
        "5, 2.6130, 9.2747",
        "7, 3.9808, 11.7709",
        "10, 6.1690, 15.4066",
        "14, 9.2463, 20.1280",
        "21, 14.8937, 28.1843",
    })
    void defects_per_sample_follow_the_chi_squared_tables(int acceptance, double accepted95, double accepted10) {
        for (int sample : new int[] {2, 13, 50}) {
            OperatingCharacteristic characteristic =
                    new OperatingCharacteristic(new SamplingPlan(sample, acceptance, acceptance + 1, false), true);
            assertThat(characteristic.qualityAccepted(0.95) * sample).isCloseTo(accepted95, within(6e-5));
            assertThat(characteristic.qualityAccepted(0.10) * sample).isCloseTo(accepted10, within(6e-5));
        }
    }

    @Test
    void where_more_defectives_are_let_through_than_are_drawn_every_lot_is_accepted() {
        OperatingCharacteristic lax = new OperatingCharacteristic(new SamplingPlan(3, 3, 4, false), false);
        assertThat(lax.acceptance(1)).isEqualTo(1);
        assertThat(lax.acceptance(0.5)).isCloseTo(1, within(1e-12));
        assertThat(lax.acceptanceOfLot(10, 10)).isEqualTo(1);
        assertThat(new OperatingCharacteristic(new SamplingPlan(3, 2, 3, false), false).acceptance(1))
                .isEqualTo(0);
    }

    @Test
    void a_perfect_lot_is_always_accepted_and_one_with_too_many_defectives_to_miss_never() {
        OperatingCharacteristic none = new OperatingCharacteristic(new SamplingPlan(5, 0, 1, false), false);
        assertThat(none.acceptance(0)).isEqualTo(1);
        assertThat(none.acceptanceOfLot(5, 0)).isEqualTo(1);
        assertThat(none.acceptanceOfLot(10, 5))
                .as("one way of 252 to draw the five good ones")
                .isCloseTo(1 / 252.0, within(1e-15));
        assertThat(none.acceptanceOfLot(10, 6)).isEqualTo(0);
        assertThat(none.acceptanceOfLot(10, 10)).isEqualTo(0);
    }

    @Test
    void what_is_no_lot_no_quality_or_no_probability_is_refused() {
        OperatingCharacteristic units = new OperatingCharacteristic(new SamplingPlan(5, 0, 1, false), false);
        OperatingCharacteristic defects = new OperatingCharacteristic(new SamplingPlan(5, 0, 1, false), true);
        for (ThrowingCallable asked : List.<ThrowingCallable>of(
                () -> units.acceptanceOfLot(4, 0),
                () -> units.acceptanceOfLot(5, -1),
                () -> units.acceptanceOfLot(5, 6),
                () -> units.acceptance(-0.001),
                () -> units.acceptance(1.001),
                () -> units.acceptance(Double.NaN),
                () -> units.qualityAccepted(0),
                () -> units.qualityAccepted(1),
                () -> units.qualityAccepted(Double.NaN))) {
            assertThatThrownBy(asked).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(defects.acceptance(1.001)).isCloseTo(Math.exp(-5.005), within(1e-15));
    }

    @Test
    void the_picture_stands_by_its_axes() {
        Aql aql = Aql.of("2.5");
        String svg = CharacteristicCurve.svg(
                OperatingCharacteristic.of(SamplingPlan.of(CodeLetter.J, Severity.NORMAL, aql), aql), aql);

        assertThat(svg)
                .contains("viewBox=\"0 0 480 320\"", "n 80, Ac 5, Re 6 at AQL 2.5", "M44 22 V276 H458")
                .as("per cent, below the axis")
                .contains("x=\"44.0\" y=\"292\" text-anchor=\"middle\">0.00 %<")
                .contains("x=\"251.0\" y=\"292\" text-anchor=\"middle\">9.57 %<")
                .contains("x=\"458.0\" y=\"292\" text-anchor=\"middle\">19.14 %<")
                .as("probabilities, left of the axis")
                .contains("x=\"38\" y=\"276.0\" text-anchor=\"end\">0<")
                .contains("x=\"38\" y=\"212.5\" text-anchor=\"end\">0.25<")
                .contains("x=\"38\" y=\"22.0\" text-anchor=\"end\">1<")
                .as("the curve, from its first to its last point")
                .contains("points=\"44.0,22.0 ", " 251.0,222.4 ", " 458.0,275.7\"")
                .as("both risks")
                .contains("<circle cx=\"98.1\" cy=\"25.9\"", ">producer's risk 0.015215<")
                .contains("<circle cx=\"288.1\" cy=\"250.6\"", ">limiting quality 11.28 %<")
                .contains("<text x=\"458\" y=\"314\" text-anchor=\"end\">per cent defective<");
    }

    @Test
    void the_curve_falls_from_certainty_and_can_be_drawn() {
        for (String value : new String[] {"0.10", "2.5", "40", "1000"}) {
            Aql aql = Aql.of(value);
            OperatingCharacteristic characteristic =
                    OperatingCharacteristic.of(SamplingPlan.of(CodeLetter.H, Severity.NORMAL, aql), aql);
            assertThat(characteristic.curve())
                    .hasSize(101)
                    .extracting(OperatingCharacteristic.Point::acceptance)
                    .isSortedAccordingTo((a, b) -> b.compareTo(a));
            assertThat(CharacteristicCurve.svg(characteristic, aql))
                    .startsWith("<svg")
                    .contains("Operating characteristic", "<polyline", "producer's risk")
                    .doesNotContain("%d", "%s", "NaN");
        }
    }
}
