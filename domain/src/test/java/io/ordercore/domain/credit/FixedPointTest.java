package io.ordercore.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FixedPointTest {
    @Test
    void weights_halve_every_180_days() {
        assertThat(FixedPoint.decay(0)).isEqualTo(1_000_000_000);
        assertThat(FixedPoint.decay(180)).isEqualTo(500_000_000);
        assertThat(FixedPoint.decay(-180)).isEqualTo(2_000_000_000);
        assertThat(FixedPoint.decay(90)).isEqualTo(707_106_781);
        assertThat(FixedPoint.decay(100_000)).isZero();
        for (int day = -500; day < 2000; day++) {
            assertThat(FixedPoint.decay(day) / 1e9).isCloseTo(Math.pow(2, -day / 180.0), within(4e-9));
        }
    }

    @Test
    void shares_are_exact_to_the_last_billionth() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            long whole = 1 + random.nextLong(9_000_000_000_000_000L);
            long part = random.nextLong(whole + 1);
            BigInteger exact = BigInteger.valueOf(part)
                    .multiply(BigInteger.valueOf(FixedPoint.ONE))
                    .divide(BigInteger.valueOf(whole));
            assertThat(FixedPoint.ratio(part, whole)).isEqualTo(exact.longValueExact());
        }
        assertThat(FixedPoint.ratio(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(FixedPoint.ONE);
        assertThat(FixedPoint.quotient(7, 2)).isEqualTo(3_500_000_000L);
        assertThatThrownBy(() -> FixedPoint.ratio(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void logarithms_have_nine_digits() {
        Random random = new Random(4);
        for (int i = 0; i < 10_000; i++) {
            long number = 1 + random.nextLong(1L << (1 + random.nextInt(61)));
            assertThat(FixedPoint.log2(number) / (double) (1L << 32))
                    .isCloseTo(Math.log((double) number) / Math.log(2), within(1e-9));
        }
    }

    @Test
    void what_is_no_share_and_has_no_logarithm_is_refused() {
        assertThat(FixedPoint.ratio(0, 5)).isZero();
        assertThat(FixedPoint.ratio(5, 5)).isEqualTo(FixedPoint.ONE);
        assertThat(FixedPoint.ratio(Long.MAX_VALUE / 2, Long.MAX_VALUE)).isCloseTo(FixedPoint.ONE / 2, within(1L));
        assertThat(FixedPoint.log2(1)).isZero();
        assertThatThrownBy(() -> FixedPoint.ratio(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FixedPoint.ratio(-1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FixedPoint.log2(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
