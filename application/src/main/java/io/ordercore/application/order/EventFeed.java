package io.ordercore.application.order;

import io.ordercore.domain.order.OrderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The outbox: every event of every order, as soon as its transaction has committed and never before. Each consumer has its own
 * place in it, kept by the store; on any number of nodes, one at a time works for a consumer.
 */
public interface EventFeed {
    /**
     * Gives {@code consumer} the next events, those of one order in their sequence, and moves its place on. Both happen in one
     * transaction: if {@code work} throws, the same events come again. At least once, so reactions must be idempotent.
     *
     * @return how many were given; 0 also when another node is working for the consumer
     */
    int deliver(String consumer, int limit, Consumer<List<OrderEvent>> work);

    /** How old the oldest event is that {@code consumer} has not been given; zero if there is none. */
    Duration lag(String consumer, Instant now);
}
