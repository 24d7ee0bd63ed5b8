package io.ordercore.adapters.persistence.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.order.OrderEventType;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * 50,000 random steps in CI. One command replays a seed: {@code mvn -pl adapters-persistence -am test -Dtest=SimulationTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dordercore.seed=SEED}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SimulationTest {
    private static final long SEED = Long.getLong("ordercore.seed", 20_261_103L);
    private static final int RUNS = 5;
    private static final int STEPS = 10_000;
    /** A run that never got here proved nothing. */
    private static final Set<OrderEventType> WORTH_LIVING = EnumSet.of(
            OrderEventType.CONFIRMED,
            OrderEventType.EXPIRED,
            OrderEventType.CANCELLED,
            OrderEventType.COMPLETED,
            OrderEventType.PAID_LATE,
            OrderEventType.REFUNDED);

    @Test
    void nothing_is_lost_doubled_or_oversold_whatever_breaks() {
        for (long seed = SEED; seed < SEED + RUNS; seed++) {
            long current = seed;
            Simulation simulation = new Simulation(current, Mistake.NONE);
            assertThatCode(() -> simulation.run(STEPS)).as("seed %d", current).doesNotThrowAnyException();
            assertThat(simulation.lived()).as("seed %d", current).containsAll(WORTH_LIVING);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_mistake_is_found(Mistake mistake) {
        assertThatThrownBy(() -> new Simulation(SEED, mistake).run(STEPS))
                .as("seed %d", SEED)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(mistake.foundAs());
    }
}
