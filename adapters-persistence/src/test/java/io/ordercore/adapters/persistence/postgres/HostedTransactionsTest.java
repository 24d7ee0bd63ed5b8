package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.unreviewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.TransactionsContract;
import io.ordercore.domain.catalog.Offer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The transactions of an embedder keep every promise of our own, and span what he writes himself. */
final class HostedTransactionsTest extends TransactionsContract {
    private static final Offer KETTLE = unreviewed("kettle", TEA_HOUSE, "99.00");

    @RegisterExtension
    final HostedStore hosted = new HostedStore();

    @Override
    protected Store store() {
        return hosted.store();
    }

    @Override
    protected void loseTheAnswerToTheNextCommit(boolean stored) {
        hosted.lossy().loseTheNextAnswer(stored);
    }

    @Test
    void what_the_embedder_rolls_back_takes_ours_with_it() {
        assertThatThrownBy(() -> hosted.host().run(() -> {
                    hosted.store().offers().save(KETTLE);
                    assertThat(hosted.store().offers().find(KETTLE.sku())).contains(KETTLE);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(hosted.store().offers().find(KETTLE.sku())).isEmpty();
    }

    @Test
    void what_the_embedder_writes_commits_with_ours() throws SQLException {
        hosted.host().run(() -> {
            hosted.store().offers().save(KETTLE);
            rename("a kettle of his");
        });
        assertThat(hosted.store().offers().find(KETTLE.sku()).orElseThrow().title())
                .isEqualTo("a kettle of his");
    }

    @Test
    void a_data_source_that_knows_of_no_transaction_is_refused() {
        try (PostgresStore wrong = PostgresStore.joining(hosted.lossy(), hosted.host(), TestPostgres.KEYS)) {
            assertThatThrownBy(() -> wrong.offers().save(KETTLE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("outside of the host's transaction");
        }
    }

    private void rename(String title) {
        try (Connection connection = hosted.host().dataSource().getConnection()) {
            Sql.update(connection, "update offer set title = ?", title);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
