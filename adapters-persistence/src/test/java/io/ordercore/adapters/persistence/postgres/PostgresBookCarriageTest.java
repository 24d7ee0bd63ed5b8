package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.BookCarriageContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresBookCarriageTest extends BookCarriageContract {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Override
    protected Store store() {
        return postgres.store();
    }
}
