package io.ordercore.domain.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WeekClockTest {
    private static final Instant SUNDAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void a_day_on_which_nothing_arrives_is_short_and_a_week_is_a_week() {
        WeekClock clock = new WeekClock(everyHourButOnSundays(10));

        assertThat(shown(clock, SUNDAY, SUNDAY.plus(DAY)))
                .as("5 against 15 in six days and 5 in one")
                .isCloseTo(5 / ((6 * 15 + 5) / 7.0), within(1e-6));
        assertThat(shown(clock, SUNDAY.plus(DAY), SUNDAY.plus(DAY).plus(DAY)))
                .isCloseTo(15 / ((6 * 15 + 5) / 7.0), within(1e-6));
        assertThat(shown(clock, SUNDAY, SUNDAY.plus(Duration.ofDays(7)))).isCloseTo(7, within(1e-6));
    }

    @Test
    void before_anything_arrived_it_shows_the_time() {
        assertThat(new WeekClock(List.of()).at(SUNDAY.plusSeconds(12_345)))
                .isCloseTo(SUNDAY.plusSeconds(12_345), within(2, ChronoUnit.MILLIS));
    }

    @Test
    void what_it_shows_leads_back_to_the_moment_and_never_runs_backwards() {
        long seed = 11;
        Random random = new Random(seed);
        WeekClock clock = new WeekClock(everyHourButOnSundays(40));
        Instant before = SUNDAY.minus(Duration.ofDays(30_000));
        Instant shownBefore = clock.at(before);
        for (int i = 0; i < 10_000; i++) {
            Instant moment = before.plusMillis(random.nextLong(20_000_000_000L / 40));
            assertThat(clock.momentOf(clock.at(moment)))
                    .as("seed %d", seed)
                    .isCloseTo(moment, within(20, ChronoUnit.MILLIS));
            assertThat(clock.at(moment)).isAfterOrEqualTo(shownBefore);
            before = moment;
            shownBefore = clock.at(moment);
        }
    }

    private static List<Instant> everyHourButOnSundays(int weeks) {
        List<Instant> arrivals = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            for (int hour = 24; hour < 168; hour++) {
                arrivals.add(SUNDAY.plus(Duration.ofHours(week * 168L + hour)));
            }
        }
        return arrivals;
    }

    private static double shown(WeekClock clock, Instant from, Instant to) {
        return Duration.between(clock.at(from), clock.at(to)).toMillis() / 86_400_000.0;
    }
}
