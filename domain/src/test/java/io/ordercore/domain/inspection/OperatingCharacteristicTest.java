package io.ordercore.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
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
