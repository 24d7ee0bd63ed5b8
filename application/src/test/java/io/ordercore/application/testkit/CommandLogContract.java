package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.CommandKey;
import io.ordercore.application.CommandLog.Claim;
import io.ordercore.application.CommandLog.Fresh;
import io.ordercore.application.CommandLog.InProgress;
import io.ordercore.application.CommandLog.OtherCommand;
import io.ordercore.application.CommandLog.Replay;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.CommandLog} promises. */
public abstract class CommandLogContract extends StoreContract {
    private static final CommandKey KEY = new CommandKey("li", "key");

    @Test
    void a_command_is_fresh_once_and_replayed_ever_after() {
        assertThat(execute(KEY, "a", "done")).isEqualTo(new Fresh());
        assertThat(execute(KEY, "a", "done again")).isEqualTo(new Replay("done"));
        assertThat(execute(KEY, "b", "something else")).isEqualTo(new OtherCommand());
        assertThat(execute(new CommandKey("wang", "key"), "b", "mine")).isEqualTo(new Fresh());
    }

    @Test
    void a_claim_given_up_leaves_the_key_free() {
        store.transactions().run(() -> {
            store.commands().claim(KEY, "a", TUESDAY_MORNING);
            store.commands().forget(KEY);
        });
        assertThat(execute(KEY, "b", "done")).isEqualTo(new Fresh());
    }

    @Test
    void a_claim_that_is_rolled_back_leaves_the_key_free() {
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.commands().claim(KEY, "a", TUESDAY_MORNING);
                    store.commands().record(KEY, "never told");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(execute(KEY, "b", "done")).isEqualTo(new Fresh());
    }

    @Test
    void of_many_at_once_one_executes() throws Exception {
        AtomicInteger executed = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(8);
        List<CompletableFuture<Claim>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            together.countDown();
                            return store.transactions().run(() -> {
                                Claim claim = store.commands().claim(KEY, "a", TUESDAY_MORNING);
                                if (claim.equals(new Fresh())) {
                                    executed.incrementAndGet();
                                    store.commands().record(KEY, "done");
                                }
                                return claim;
                            });
                        },
                        task -> new Thread(task).start()))
                .toList();
        for (CompletableFuture<Claim> one : all) {
            assertThat(one.get(60, TimeUnit.SECONDS)).isIn(new Fresh(), new Replay("done"), new InProgress());
        }
        assertThat(executed).hasValue(1);
        assertThat(together.getCount()).isZero();
    }

    @Test
    void what_is_old_is_forgotten() {
        execute(KEY, "a", "done");

        assertThat(store.commands().forgetBefore(TUESDAY_MORNING)).isZero();
        assertThat(store.commands().forgetBefore(TUESDAY_MORNING.plusSeconds(1)))
                .isEqualTo(1);
        assertThat(execute(KEY, "a", "done")).isEqualTo(new Fresh());
    }

    private Claim execute(CommandKey key, String fingerprint, String answer) {
        return store.transactions().run(() -> {
            Claim claim = store.commands().claim(key, fingerprint, TUESDAY_MORNING);
            if (claim.equals(new Fresh())) {
                store.commands().record(key, answer);
            }
            return claim;
        });
    }
}
