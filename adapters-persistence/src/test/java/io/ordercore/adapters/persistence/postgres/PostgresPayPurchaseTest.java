package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.PayPurchaseContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresPayPurchaseTest extends PayPurchaseContract {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Override
    protected Store store() {
        return postgres.store();
    }
}
