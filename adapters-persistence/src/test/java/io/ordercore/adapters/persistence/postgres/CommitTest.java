package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.unreviewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.CommitUnknownException;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.StoreUnavailableException;
import io.ordercore.domain.catalog.Sku;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class CommitTest {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Test
    void a_cancelled_wait_for_the_standby_is_unknown_though_postgresql_calls_it_a_success() throws Exception {
        try (StandbyGone gone = new StandbyGone(postgres.owner())) {
            gone.begin();
            PGSimpleDataSource waiting = postgres.owner();
            waiting.setOptions("-c synchronous_commit=on -c application_name=waiting");
            PostgresTransactions transactions = new PostgresTransactions(waiting);
            CompletableFuture<Void> commit = CompletableFuture.runAsync(
                    () -> new PostgresOffers(transactions).save(unreviewed("kettle", TEA_HOUSE, "99.00")));
            gone.cancelWait();

            assertThatThrownBy(() -> commit.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(CommitUnknownException.class);
        }
    }

    @Test
    void a_connection_that_dies_within_a_transaction_means_that_nothing_was_stored() {
        assertThatThrownBy(() -> postgres.store().transactions().run(() -> {
                    postgres.store().offers().save(unreviewed("kettle", TEA_HOUSE, "99.00"));
                    endAllSessions();
                    postgres.store().offers().save(unreviewed("bowl", TEA_HOUSE, "20.00"));
                }))
                .isInstanceOf(StoreUnavailableException.class);
        PostgresOffers afterwards = new PostgresOffers(new PostgresTransactions(postgres.owner()));
        assertThat(afterwards.find(new Sku("kettle"))).isEmpty();
    }

    @Test
    void a_deadlock_is_a_stale_version_to_one_of_the_two() throws Exception {
        postgres.store().offers().save(unreviewed("kettle", TEA_HOUSE, "99.00"));
        postgres.store().offers().save(unreviewed("bowl", TEA_HOUSE, "20.00"));
        CyclicBarrier both = new CyclicBarrier(2);
        CompletableFuture<Boolean> one = locking(both, "kettle", "bowl");
        CompletableFuture<Boolean> other = locking(both, "bowl", "kettle");

        assertThat(List.of(one.get(60, TimeUnit.SECONDS), other.get(20, TimeUnit.SECONDS)))
                .containsExactlyInAnyOrder(true, false);
    }

    private CompletableFuture<Boolean> locking(CyclicBarrier both, String first, String second) {
        PostgresTransactions transactions = new PostgresTransactions(postgres.dataSource());
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return transactions.write(connection -> {
                            touch(connection, first);
                            meet(both);
                            touch(connection, second);
                            return true;
                        });
                    } catch (StaleVersionException e) {
                        return false;
                    }
                },
                task -> new Thread(task).start());
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void touch(Connection connection, String sku) throws SQLException {
        Sql.update(connection, "update offer set title = title where sku = ?", sku);
    }

    private void endAllSessions() {
        try {
            postgres.endAllSessions();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
