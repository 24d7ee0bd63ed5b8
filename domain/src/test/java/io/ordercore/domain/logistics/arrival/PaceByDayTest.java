package io.ordercore.domain.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaceByDayTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final double USUAL = Duration.ofDays(2).toSeconds();

    @Test
    void it_rises_while_orders_wait_and_not_only_when_they_have_arrived() {
        PaceByDay pace = new PaceByDay(NOW);
        for (int ago = 1; ago < 110; ago++) {
            Instant bought = NOW.minus(Duration.ofDays(ago));
            boolean stuck = ago < 10;
            pace.add(bought, stuck ? NOW : bought.plus(Duration.ofDays(2)), USUAL, !stuck && ago > 2);
        }

        assertThat(pace.at(NOW)).isGreaterThan(1.5);
        assertThat(pace.at(NOW.minus(Duration.ofDays(60)))).isLessThan(1);
    }

    @Test
    void where_nothing_arrived_it_is_the_usual_one() {
        PaceByDay pace = new PaceByDay(NOW);
        pace.add(NOW.minus(Duration.ofDays(3)), NOW, USUAL, false);

        assertThat(pace.at(NOW)).isEqualTo(1);
    }
}
