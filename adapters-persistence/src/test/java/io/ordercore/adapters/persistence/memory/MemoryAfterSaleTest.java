package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.AfterSaleContract;

final class MemoryAfterSaleTest extends AfterSaleContract {
    private final MemoryStore memory = new MemoryStore();

    @Override
    protected Store store() {
        return memory;
    }
}
