package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.testkit.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClockWatchTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-03T09:00:00Z"));
    private long nanos = 42;
    private final ClockWatch watch = new ClockWatch(clock, () -> nanos);

    @Test
    void a_clock_that_keeps_its_word_is_believed() {
        for (int day = 0; day < 400; day++) {
            pass(Duration.ofDays(1));
            clock.forward(Duration.ofSeconds(2));
            assertThat(watch.isSteady()).as("day %d, two seconds fast", day).isTrue();
        }
    }

    @Test
    void after_a_jump_of_an_hour_deadlines_wait_until_it_is_undone() {
        clock.forward(HOUR);
        assertThat(watch.isSteady()).isFalse();
        pass(Duration.ofMinutes(5));
        assertThat(watch.isSteady()).isFalse();
        clock.forward(HOUR.negated());
        assertThat(watch.isSteady()).isTrue();
    }

    @Test
    void a_jump_that_stays_is_believed_in_the_end() {
        clock.forward(HOUR);
        assertThat(watch.isSteady()).isFalse();
        pass(ClockWatch.PROBATION);
        assertThat(watch.isSteady()).isTrue();
        pass(HOUR);
        assertThat(watch.isSteady()).isTrue();
    }

    @Test
    void one_that_goes_on_jumping_is_not() {
        for (int jump = 0; jump < 9; jump++) {
            clock.forward(HOUR);
            pass(ClockWatch.PROBATION.dividedBy(2));
            assertThat(watch.isSteady()).isFalse();
        }
    }

    @Test
    void a_clock_put_back_holds_nothing_up() {
        clock.forward(HOUR.negated());
        assertThat(watch.isSteady()).isTrue();
        clock.forward(HOUR);
        assertThat(watch.isSteady()).as("right again looks like a jump").isFalse();
        pass(ClockWatch.PROBATION);
        assertThat(watch.isSteady()).isTrue();
    }

    @Test
    void work_waits_with_it() {
        AtomicInteger done = new AtomicInteger();
        Runnable work = watch.whileSteady(done::incrementAndGet);
        work.run();
        clock.forward(HOUR);
        work.run();
        assertThat(done).hasValue(1);
    }

    private void pass(Duration time) {
        clock.forward(time);
        nanos += time.toNanos();
    }
}
