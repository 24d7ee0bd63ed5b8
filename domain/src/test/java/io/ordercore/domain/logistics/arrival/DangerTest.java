package io.ordercore.domain.logistics.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DangerTest {
    private static final Instant PROMISED = Instant.parse("2026-03-05T00:00:00Z");
    private static final Danger FOUR_DAYS_NEEDED = new Danger(PROMISED, PROMISED.minus(Duration.ofDays(4)));

    @Test
    void it_grows_as_time_runs_out() {
        assertThat(FOUR_DAYS_NEEDED.urgency(PROMISED.minus(Duration.ofDays(8)))).isEqualTo(500);
        assertThat(FOUR_DAYS_NEEDED.urgency(PROMISED.minus(Duration.ofDays(4)))).isEqualTo(1000);
        assertThat(FOUR_DAYS_NEEDED.urgency(PROMISED.minus(Duration.ofDays(1)))).isEqualTo(4000);
    }

    @Test
    void a_broken_promise_is_more_urgent_than_any_that_can_be_kept_and_the_older_the_more() {
        long atTheLastMoment = FOUR_DAYS_NEEDED.urgency(PROMISED.minusMillis(1));
        long broken = FOUR_DAYS_NEEDED.urgency(PROMISED);
        assertThat(FOUR_DAYS_NEEDED.isBroken(PROMISED.minusMillis(1))).isFalse();
        assertThat(FOUR_DAYS_NEEDED.isBroken(PROMISED)).isTrue();
        assertThat(broken).isGreaterThan(atTheLastMoment);
        assertThat(FOUR_DAYS_NEEDED.urgency(PROMISED.plusSeconds(60))).isEqualTo(broken + 60);
    }

    @Test
    void a_promise_is_in_danger_no_later_than_it_is_broken() {
        assertThat(new Danger(PROMISED, PROMISED.plusSeconds(1)).from()).isEqualTo(PROMISED);
    }

    @Test
    void goods_sent_later_instead_of_others_were_not_promised() {
        ArrivalPromise promise = new ArrivalPromise(new ArrivalForecast(PROMISED, PROMISED, PROMISED), 2);
        assertThat(promise.covers(Set.of(2, 3))).isTrue();
        assertThat(promise.covers(Set.of(3))).isFalse();
    }
}
