package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.PriceReviewsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresPriceReviewsTest extends PriceReviewsContract {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Override
    protected Store store() {
        return postgres.store();
    }
}
