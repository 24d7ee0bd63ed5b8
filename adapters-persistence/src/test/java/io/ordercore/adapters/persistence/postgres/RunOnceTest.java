package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.CommandKey;
import io.ordercore.application.CommitUnknownException;
import io.ordercore.application.Ordercore;
import io.ordercore.application.RunOnce;
import io.ordercore.application.Store;
import io.ordercore.application.testkit.MovableClock;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.stock.StockItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Idempotency of every command but placing, which has its own: a command that counts one more kettle. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class RunOnceTest {
    private static final Sku KETTLE = new Sku("kettle");
    private static final CommandKey KEY = new CommandKey("tea-house", "count-1");

    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    private final MovableClock clock = new MovableClock(TUESDAY_MORNING);

    @Test
    void after_a_crash_between_commit_and_answer_the_repetition_gets_the_stored_answer() {
        postgres.loseTheAnswerToTheNextCommit(true);
        assertThatThrownBy(() -> count(postgres.store())).isInstanceOf(CommitUnknownException.class);
        Store after = postgres.restart();

        assertThat(count(after)).isEqualTo(new RunOnce.Replayed("1 on hand"));
        assertThat(kettles()).isEqualTo(1);
    }

    @Test
    void after_a_crash_before_the_commit_the_repetition_does_it() {
        postgres.loseTheAnswerToTheNextCommit(false);
        assertThatThrownBy(() -> count(postgres.store())).isInstanceOf(CommitUnknownException.class);
        Store after = postgres.restart();

        assertThat(count(after)).isEqualTo(new RunOnce.Done("1 on hand"));
        assertThat(kettles()).isEqualTo(1);
    }

    @Test
    void two_nodes_given_the_same_command_at_once_do_it_once() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(6);
        List<RunOnce.Outcome> outcomes = new ArrayList<>();
        try (PostgresStore other = PostgresStore.on(postgres.dataSource(), TestPostgres.KEYS)) {
            CyclicBarrier together = new CyclicBarrier(6);
            List<Callable<RunOnce.Outcome>> calls = new ArrayList<>();
            for (int n = 0; n < 6; n++) {
                Store node = n % 2 == 0 ? postgres.store() : other;
                calls.add(() -> {
                    together.await();
                    return count(node);
                });
            }
            for (Future<RunOnce.Outcome> call : callers.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                outcomes.add(call.get());
            }
            assertThat(count(other)).isEqualTo(new RunOnce.Replayed("1 on hand"));
        } finally {
            callers.shutdownNow();
        }
        assertThat(outcomes).containsOnlyOnce(new RunOnce.Done("1 on hand"));
        assertThat(kettles()).isEqualTo(1);
    }

    @Test
    void another_body_under_the_key_is_refused() {
        count(postgres.store());
        assertThat(runOnce(postgres.store()).run(KEY, "other", () -> new RunOnce.Attempt("never", true)))
                .isEqualTo(new RunOnce.OtherCommand());
    }

    @Test
    void a_refusal_and_a_failure_are_not_stored() {
        RunOnce runOnce = runOnce(postgres.store());
        assertThat(runOnce.run(KEY, "count", () -> new RunOnce.Attempt("not today", false)))
                .isEqualTo(new RunOnce.Done("not today"));
        assertThatThrownBy(() -> runOnce.run(KEY, "count", () -> {
                    throw new IllegalArgumentException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(count(postgres.store())).isEqualTo(new RunOnce.Done("1 on hand"));
    }

    @Test
    void an_answer_is_kept_for_a_day_and_then_forgotten() {
        count(postgres.store());
        clock.forward(Duration.ofHours(24));
        postgres.store().commands().forgetBefore(clock.instant().minus(Duration.ofHours(24)));
        assertThat(count(postgres.store())).isEqualTo(new RunOnce.Replayed("1 on hand"));

        clock.forward(Duration.ofSeconds(1));
        postgres.store().commands().forgetBefore(clock.instant().minus(Duration.ofHours(24)));
        assertThat(count(postgres.store())).isEqualTo(new RunOnce.Done("2 on hand"));
    }

    private RunOnce.Outcome count(Store store) {
        return runOnce(store).run(KEY, "count", () -> {
            long more = store.stock().find(KETTLE).map(StockItem::onHand).orElse(0L) + 1;
            store.stock().count(new StockItem(KETTLE, TEA_HOUSE, more, 0, more));
            return new RunOnce.Attempt(more + " on hand", true);
        });
    }

    private RunOnce runOnce(Store store) {
        return Ordercore.on(store)
                .payments(new CountingBank())
                .clock(clock)
                .build()
                .runOnce();
    }

    private long kettles() {
        return postgres.store().stock().find(KETTLE).orElseThrow().onHand();
    }
}
