package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.TransactionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresTransactionsTest extends TransactionsContract {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Override
    protected Store store() {
        return postgres.store();
    }

    @Override
    protected void loseTheAnswerToTheNextCommit(boolean stored) {
        postgres.loseTheAnswerToTheNextCommit(stored);
    }
}
