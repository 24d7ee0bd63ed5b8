package io.ordercore.application.logistics.intercept;

/** Asks carriers about interceptions: for the first time, or how far they are. */
public interface AskCarriers {
    /** Asks about at most {@code limit}; answers about how many. Blocks while carriers are asked. */
    int ask(int limit);
}
