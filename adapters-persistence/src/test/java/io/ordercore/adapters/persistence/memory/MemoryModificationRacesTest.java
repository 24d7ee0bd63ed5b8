package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.ModificationRacesContract;

final class MemoryModificationRacesTest extends ModificationRacesContract {
    private final MemoryStore memory = new MemoryStore();

    @Override
    protected Store store() {
        return memory;
    }
}
