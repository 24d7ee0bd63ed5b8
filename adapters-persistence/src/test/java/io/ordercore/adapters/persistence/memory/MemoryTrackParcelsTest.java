package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.TrackParcelsContract;

final class MemoryTrackParcelsTest extends TrackParcelsContract {
    private final MemoryStore memory = new MemoryStore();

    @Override
    protected Store store() {
        return memory;
    }
}
