package io.ordercore.domain.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExpectationTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Expectation NOTHING_YET = Expectation.on(new Lane("m1", "CN/Zhejiang", "31"));

    @Test
    void what_was_said_first_stays_beside_what_is_said_now() {
        ArrivalForecast first = forecast(3, 5, NOW);
        ArrivalForecast later = forecast(6, 8, NOW.plus(Duration.ofDays(1)));
        Expectation revised = NOTHING_YET.revised(first).revised(later);
        assertThat(revised.first()).isEqualTo(first);
        assertThat(revised.latest()).isEqualTo(later);
    }

    @Test
    void what_was_promised_before_a_parcel_set_out_is_what_was_said_first() {
        ArrivalForecast promise = forecast(3, 5, NOW);
        Expectation revised = NOTHING_YET.promised(promise).revised(forecast(6, 8, NOW.plus(Duration.ofDays(1))));
        assertThat(revised.first()).isEqualTo(promise);
        Danger danger = new Danger(promise.promised(), NOW);
        assertThat(revised.endangered(danger).revised(forecast(9, 9, NOW)).danger())
                .isEqualTo(danger);
    }

    @Test
    void a_few_hours_more_or_less_are_no_news() {
        Expectation said = NOTHING_YET.revised(forecast(3, 5, NOW));
        ArrivalForecast near = new ArrivalForecast(
                NOW.plus(Duration.ofHours(83)), NOW.plus(Duration.ofHours(131)), NOW.plusSeconds(60));
        assertThat(said.revised(near)).isSameAs(said);
        assertThat(said.revised(forecast(3, 6, NOW)).latest()).isEqualTo(forecast(3, 6, NOW));
    }

    @Test
    void a_day_that_has_passed_is_not_held_on_to() {
        Expectation said = NOTHING_YET.revised(forecast(3, 5, NOW));
        Instant thirdDay = NOW.plus(Duration.ofDays(3));
        ArrivalForecast soon = new ArrivalForecast(thirdDay.plusSeconds(3600), NOW.plus(Duration.ofDays(5)), thirdDay);
        assertThat(said.revised(soon).latest()).isEqualTo(soon);
    }

    private static ArrivalForecast forecast(int expected, int promised, Instant asOf) {
        return new ArrivalForecast(NOW.plus(Duration.ofDays(expected)), NOW.plus(Duration.ofDays(promised)), asOf);
    }
}
