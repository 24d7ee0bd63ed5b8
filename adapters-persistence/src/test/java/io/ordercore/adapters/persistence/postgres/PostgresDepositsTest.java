package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.DepositsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresDepositsTest extends DepositsContract {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Override
    protected Store store() {
        return postgres.store();
    }
}
