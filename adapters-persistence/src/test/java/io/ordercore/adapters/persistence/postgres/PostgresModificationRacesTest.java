package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.ModificationRacesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresModificationRacesTest extends ModificationRacesContract {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Override
    protected Store store() {
        return postgres.store();
    }
}
