package io.ordercore.application.testkit;

import io.ordercore.application.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;

/** What the contracts of all storage ports start from: an empty store for each test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class StoreContract {
    Store store;
    Marketplace marketplace;

    StoreContract() {}

    /** An empty store; asked for once per test. */
    protected abstract Store store();

    @BeforeEach
    void openTheMarketplace() {
        store = store();
        marketplace = new Marketplace(store);
    }
}
