package io.ordercore.adapters.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class FairQueueTest {
    private final AtomicLong nanos = new AtomicLong();
    private final FairQueue<String> queue = new FairQueue<>(8, 3, Duration.ZERO, nanos::get);

    @Test
    void lanes_take_turns() throws Exception {
        crowd("sale", 4);
        queue.offer("tea", "t1");
        queue.offer("bowls", "b1");

        assertThat(queue.take(4, Duration.ZERO)).containsExactly("sale1", "t1", "b1", "sale2");
        assertThat(queue.take(9, Duration.ZERO)).containsExactly("sale3", "sale4");
        assertThat(queue.size()).isZero();
    }

    @Test
    void a_full_queue_turns_away_whoever_adds_to_the_crowd() {
        crowd("sale", 8);

        assertThat(queue.offer("sale", "late")).isEqualTo("late");
        assertThat(queue.size()).isEqualTo(8);
    }

    @Test
    void another_lane_gets_in_at_the_cost_of_the_crowds_last() throws Exception {
        crowd("sale", 8);

        assertThat(queue.offer("tea", "t1")).isEqualTo("sale8");
        assertThat(queue.offer("tea", "t2")).isEqualTo("sale7");
        assertThat(queue.offer("tea", "t3")).isEqualTo("t3");
        assertThat(queue.take(8, Duration.ZERO))
                .containsExactly("sale1", "t1", "sale2", "t2", "sale3", "sale4", "sale5", "sale6");
    }

    @Test
    void lanes_of_equal_length_do_not_displace_one_another() {
        for (int i = 0; i < 8; i++) {
            assertThat(queue.offer("lane" + i, "only" + i)).isNull();
        }
        assertThat(queue.offer("lane8", "only8")).isEqualTo("only8");
    }

    @Test
    void a_lower_limit_lets_nobody_new_in_and_turns_nobody_out() {
        crowd("sale", 4);
        queue.limit(2);

        assertThat(queue.offer("sale", "late")).isEqualTo("late");
        assertThat(queue.takeAll()).hasSize(4);
        assertThat(queue.offer("sale", "next")).isNull();
    }

    @Test
    void it_can_be_asked_who_would_be_turned_away() {
        crowd("sale", 7);
        assertThat(queue.isFull()).isFalse();
        assertThat(queue.turnsAway("sale")).isFalse();

        queue.offer("sale", "sale8");

        assertThat(queue.isFull()).isTrue();
        assertThat(queue.turnsAway("sale")).isTrue();
        assertThat(queue.turnsAway("tea")).isFalse();
        assertThat(queue.size()).isEqualTo(8);
    }

    @Test
    void a_second_taker_waits_until_enough_wait_and_the_only_one_does_not() throws Exception {
        crowd("sale", 1);
        assertThat(queue.take(8, Duration.ofMinutes(1))).containsExactly("sale1");
        Thread enough = new Thread(() -> crowd("tea", 3));
        enough.start();

        assertThat(queue.take(8, Duration.ofMinutes(1))).containsExactly("tea1", "tea2", "tea3");
        enough.join();

        queue.finished();
        queue.finished();
        crowd("bowls", 1);
        assertThat(queue.take(8, Duration.ofMinutes(1))).containsExactly("bowls1");
    }

    @Test
    void in_a_rush_whoever_takes_waits_for_a_group_worth_it() throws Exception {
        FairQueue<String> busy = new FairQueue<>(100, 8, Duration.ofMinutes(1), nanos::get);
        rush(busy, Duration.ofSeconds(1));
        busy.offer("tea", "first");
        Thread others = new Thread(() -> {
            for (int i = 1; i < 8; i++) {
                busy.offer("tea", "other" + i);
            }
        });
        others.start();

        assertThat(busy.take(100, Duration.ZERO)).hasSize(8);
        others.join();
    }

    @Test
    void in_a_rush_it_waits_no_longer_than_a_moment() throws Exception {
        FairQueue<String> busy = new FairQueue<>(100, 8, Duration.ofMillis(10), nanos::get);
        rush(busy, Duration.ofNanos(1));
        busy.offer("tea", "only");

        assertThat(busy.take(100, Duration.ZERO)).containsExactly("only");
    }

    @Test
    void when_few_come_nobody_waits_for_others() throws Exception {
        FairQueue<String> calm = new FairQueue<>(100, 8, Duration.ofDays(1), nanos::get);
        rush(calm, Duration.ofDays(8));
        calm.offer("tea", "only");

        assertThat(calm.take(100, Duration.ZERO)).containsExactly("only");
    }

    /** Some groups of eight, this long after each other. */
    private void rush(FairQueue<String> into, Duration apart) throws InterruptedException {
        for (int group = 0; group < 40; group++) {
            nanos.addAndGet(apart.toNanos());
            for (int i = 0; i < 8; i++) {
                into.offer("rush", "r" + i);
            }
            assertThat(into.take(8, Duration.ZERO)).hasSize(8);
            into.finished();
        }
    }

    private void crowd(String lane, int size) {
        for (int i = 1; i <= size; i++) {
            assertThat(queue.offer(lane, lane + i)).isNull();
        }
    }
}
