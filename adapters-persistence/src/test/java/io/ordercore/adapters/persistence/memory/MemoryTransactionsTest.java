package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.Store;
import io.ordercore.application.testkit.TransactionsContract;

final class MemoryTransactionsTest extends TransactionsContract {
    private final MemoryStore memory = new MemoryStore();

    @Override
    protected Store store() {
        return memory;
    }

    @Override
    protected void loseTheAnswerToTheNextCommit(boolean stored) {
        memory.failNextCommit(stored ? CommitFault.UNKNOWN_BUT_STORED : CommitFault.UNKNOWN_AND_LOST);
    }
}
