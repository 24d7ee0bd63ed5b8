package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.CommandLogContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class HostedCommandLogTest extends CommandLogContract {
    @RegisterExtension
    final HostedStore hosted = new HostedStore();

    @Override
    protected Store store() {
        return hosted.store();
    }
}
