package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.DepositsContract;

final class MemoryDepositsTest extends DepositsContract {
    private final MemoryStore memory = new MemoryStore();

    @Override
    protected Store store() {
        return memory;
    }
}
