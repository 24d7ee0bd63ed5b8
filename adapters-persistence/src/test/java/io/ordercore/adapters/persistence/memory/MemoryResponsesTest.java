package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.ResponsesContract;

final class MemoryResponsesTest extends ResponsesContract {
    private final MemoryStore memory = new MemoryStore();

    @Override
    protected Store store() {
        return memory;
    }
}
