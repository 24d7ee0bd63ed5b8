package io.ordercore.domain.money;

import static io.ordercore.domain.testkit.Fixtures.CNY;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApportionmentTest {
    private static final long SEED = Long.getLong("ordercore.seed", 20_261_103L);

    @Test
    void the_largest_remainder_gets_the_cent_that_is_left() {
        assertThat(Apportionment.byWeight(yuan("1.00"), List.of(1L, 1L, 1L)))
                .containsExactly(yuan("0.34"), yuan("0.33"), yuan("0.33"));
        assertThat(Apportionment.byWeight(yuan("0.05"), List.of(3L, 7L))).containsExactly(yuan("0.02"), yuan("0.03"));
        assertThat(Apportionment.byWeight(yuan("0.10"), List.of(0L, 0L))).containsExactly(yuan("0.05"), yuan("0.05"));
    }

    @Test
    void shares_always_sum_to_the_whole_and_differ_from_the_exact_share_by_less_than_a_cent() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            Money whole = Money.ofMinor(CNY, random.nextInt(1_000_000));
            List<Long> weights =
                    random.longs(1 + random.nextInt(12), 0, 100_000).boxed().toList();
            List<Money> shares = Apportionment.byWeight(whole, weights);
            assertThat(Money.total(shares)).as("seed %d, round %d", SEED, round).isEqualTo(whole);
            long total = weights.stream().mapToLong(Long::longValue).sum();
            for (int i = 0; total > 0 && i < shares.size(); i++) {
                double exact = (double) whole.getAmountMinorLong() * weights.get(i) / total;
                assertThat(Math.abs(shares.get(i).getAmountMinorLong() - exact))
                        .as("seed %d, round %d", SEED, round)
                        .isLessThan(1.0);
            }
        }
    }

    @Test
    void slices_sum_to_the_whole_in_whatever_steps_they_are_taken() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            Money whole = Money.ofMinor(CNY, random.nextInt(100_000));
            int units = 1 + random.nextInt(40);
            Money sum = Money.zero(CNY);
            for (int taken = 0; taken < units; ) {
                int step = 1 + random.nextInt(units - taken);
                sum = sum.plus(Apportionment.slice(whole, units, taken, step));
                taken += step;
            }
            assertThat(sum).as("seed %d, round %d", SEED, round).isEqualTo(whole);
        }
    }

    @Test
    void nonsense_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Apportionment.byWeight(yuan("1.00"), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Apportionment.byWeight(yuan("-1.00"), List.of(1L)));
        assertThatIllegalArgumentException().isThrownBy(() -> Apportionment.byWeight(yuan("1.00"), List.of(-1L)));
        assertThatIllegalArgumentException().isThrownBy(() -> Apportionment.slice(yuan("1.00"), 3, 2, 2));
    }

    @Test
    void a_slice_lies_within_the_whole() {
        assertThat(Apportionment.slice(yuan("1.00"), 1, 0, 1)).isEqualTo(yuan("1.00"));
        assertThat(Apportionment.slice(yuan("1.00"), 1, 0, 0)).isEqualTo(yuan("0.00"));
        assertThat(Apportionment.slice(yuan("1.00"), 1, 1, 0)).isEqualTo(yuan("0.00"));
        assertThatThrownBy(() -> Apportionment.slice(yuan("1.00"), 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Apportionment.slice(yuan("1.00"), 1, -1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Apportionment.slice(yuan("1.00"), 1, 1, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Apportionment.slice(yuan("1.00"), 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
