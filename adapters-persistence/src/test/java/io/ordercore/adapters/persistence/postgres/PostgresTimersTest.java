package io.ordercore.adapters.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PostgresTimersTest {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Test
    void work_is_done_by_one_of_two_nodes_and_comes_again_after_a_failure() throws Exception {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch thrice = new CountDownLatch(3);
        Runnable work = () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            thrice.countDown();
            atOnce.decrementAndGet();
            throw new IllegalStateException("on purpose");
        };
        try (PostgresTimers here = timers(work);
                PostgresTimers there = timers(work)) {
            here.start();
            there.start();
            assertThat(thrice.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void when_the_node_that_works_ends_the_other_goes_on() throws Exception {
        CountDownLatch here = new CountDownLatch(1);
        CountDownLatch there = new CountDownLatch(2);
        try (PostgresTimers remaining = timers(there::countDown)) {
            try (PostgresTimers ending = timers(here::countDown)) {
                ending.start();
                assertThat(here.await(60, TimeUnit.SECONDS)).isTrue();
                remaining.start();
            }
            assertThat(there.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void what_a_wrong_clock_put_into_the_future_is_due_at_the_next_start() throws Exception {
        postgres.tamper("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " values ('work', 'recurring', now() + interval '1 hour', false, 1)");
        CountDownLatch once = new CountDownLatch(1);
        try (PostgresTimers timers = timers(once::countDown)) {
            timers.start();
            assertThat(once.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void work_that_hangs_is_behind_by_ever_more() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Runnable hanging = () -> {
            begun.countDown();
            await(go);
        };
        try (PostgresTimers timers = timers(hanging)) {
            assertThat(timers.lag()).isEmpty();
            timers.start();
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            Duration first = lag(timers);
            assertThat(first).isPositive();
            assertThat(lag(timers)).isGreaterThan(first);
            go.countDown();
        }
    }

    private static Duration lag(PostgresTimers timers) {
        return Objects.requireNonNull(timers.lag().get("work"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PostgresTimers timers(Runnable work) {
        return PostgresTimers.on(postgres.dataSource()).every(Duration.ofMillis(200), "work", work);
    }
}
