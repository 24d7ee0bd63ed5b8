package io.ordercore.application.testkit;

import static io.ordercore.application.testkit.Marketplace.intake;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static io.ordercore.domain.testkit.Fixtures.request;
import static io.ordercore.domain.testkit.Fixtures.unreviewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.CommitUnknownException;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.order.OrderIntake.Intake;
import io.ordercore.application.order.OrderIntake.Placed;
import io.ordercore.application.order.OrderIntake.Replayed;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.stock.StockItem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.Transactions} promises. */
public abstract class TransactionsContract extends StoreContract {
    private static final Offer KETTLE = unreviewed("kettle", TEA_HOUSE, "99.00");
    private static final Offer BOWL = unreviewed("bowl", TEA_HOUSE, "20.00");

    /**
     * Lets the answer to the next commit of the store get lost, as when the connection breaks.
     *
     * @param stored whether the commit itself happens
     */
    protected abstract void loseTheAnswerToTheNextCommit(boolean stored);

    @Test
    void work_that_returns_is_stored_with_everything_it_did() {
        String result = store.transactions().run(() -> {
            store.offers().save(KETTLE);
            store.stock().count(new StockItem(KETTLE.sku(), TEA_HOUSE, 5, 0, 1));
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(store.offers().find(KETTLE.sku())).contains(KETTLE);
        assertThat(store.stock().find(KETTLE.sku())).isPresent();
    }

    @Test
    void work_that_throws_leaves_nothing() {
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.offers().save(KETTLE);
                    store.stock().count(new StockItem(KETTLE.sku(), TEA_HOUSE, 5, 0, 1));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(store.offers().find(KETTLE.sku())).isEmpty();
        assertThat(store.stock().find(KETTLE.sku())).isEmpty();
    }

    @Test
    void work_sees_what_it_wrote() {
        store.transactions().run(() -> {
            store.offers().save(KETTLE);
            assertThat(store.offers().find(KETTLE.sku())).contains(KETTLE);
        });
    }

    @Test
    void a_transaction_within_another_is_part_of_it() {
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.transactions().run(() -> store.offers().save(KETTLE));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(store.offers().find(KETTLE.sku())).isEmpty();
    }

    @Test
    void a_failure_within_dooms_the_whole_even_if_it_is_caught() {
        store.offers().save(KETTLE);
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    store.offers().save(BOWL);
                    try {
                        store.offers().save(KETTLE);
                    } catch (StaleVersionException e) {
                        // Goes on as if nothing had happened.
                    }
                }))
                .isInstanceOf(StaleVersionException.class);
        assertThat(store.offers().find(BOWL.sku())).isEmpty();
    }

    @Test
    void the_store_works_on_after_a_failure() {
        assertThatThrownBy(() -> store.transactions().run(() -> {
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        store.offers().save(KETTLE);
        assertThat(store.offers().find(KETTLE.sku())).contains(KETTLE);
    }

    @Test
    void a_commit_without_an_answer_is_unknown_and_may_have_happened() {
        loseTheAnswerToTheNextCommit(true);
        assertThatThrownBy(() -> store.offers().save(KETTLE)).isInstanceOf(CommitUnknownException.class);
        assertThat(store.offers().find(KETTLE.sku())).contains(KETTLE);
    }

    @Test
    void a_commit_without_an_answer_is_unknown_and_may_be_lost() {
        loseTheAnswerToTheNextCommit(false);
        assertThatThrownBy(() -> store.offers().save(KETTLE)).isInstanceOf(CommitUnknownException.class);
        assertThat(store.offers().find(KETTLE.sku())).isEmpty();
    }

    @Test
    void a_purchase_without_an_answer_is_stored_once_when_it_is_sent_again() throws Exception {
        for (boolean stored : new boolean[] {true, false}) {
            String sku = stored ? "kettle" : "bowl";
            long n = stored ? 1 : 2;
            marketplace.sells(sku, "99.00", 5);
            Intake intake = intake(n, request(line(sku, 1, "99.00")));
            loseTheAnswerToTheNextCommit(stored);
            try {
                assertThat(answer(intake)).isInstanceOf(Placed.class);
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(CommitUnknownException.class);
            }
            Object again = answer(intake);
            assertThat(again instanceof Placed || again instanceof Replayed).isTrue();
            assertThat(store.orders().find(order(n))).isPresent();
            assertThat(store.orders().purchase(purchase(n)))
                    .hasValueSatisfying(it -> assertThat(it.orders()).hasSize(1));
            assertThat(store.stock().find(new Sku(sku)).orElseThrow().reserved())
                    .isEqualTo(1);
        }
    }

    private Object answer(Intake intake) throws Exception {
        CompletableFuture<?> answer = store.intake().admit(intake).toCompletableFuture();
        return answer.get(60, TimeUnit.SECONDS);
    }
}
