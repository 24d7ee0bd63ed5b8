package io.ordercore.adapters.persistence.postgres;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A store whose transactions are a host's, on an empty database. */
final class HostedStore implements BeforeEachCallback, AfterEachCallback {
    private final TestPostgres postgres = new TestPostgres();
    private @Nullable LossyDataSource lossy;
    private @Nullable HostTransactions host;
    private @Nullable PostgresStore store;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        postgres.beforeEach(context);
        lossy = new LossyDataSource(postgres.dataSource());
        host = new HostTransactions(lossy);
        store = PostgresStore.joining(host.dataSource(), host, TestPostgres.KEYS);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        store().close();
        postgres.afterEach(context);
    }

    PostgresStore store() {
        return opened(store);
    }

    HostTransactions host() {
        return opened(host);
    }

    LossyDataSource lossy() {
        return opened(lossy);
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("before the first test");
        }
        return part;
    }
}
