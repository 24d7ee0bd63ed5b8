package io.ordercore.application.order;

import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The outbox: every event of every order, as soon as its transaction has committed and never before. Each consumer has its own
 * place in it, kept by the store; on any number of nodes, one at a time works for a consumer.
 */
public interface EventFeed {
    /**
     * Gives {@code consumer} those of the next events that are of some types, those of one order in their sequence, and moves its
     * place on over all of them. Both happen in one transaction: if {@code work} throws, the same events come again. At least
     * once, so reactions must be idempotent.
     *
     * @param limit how many events to move on over at most
     * @param work not called if there is nothing to give
     * @return how many were moved over, given or not; 0 also when another node is working for the consumer
     */
    int deliver(String consumer, Set<OrderEventType> types, int limit, Consumer<List<OrderEvent>> work);

    /** How old the oldest event is that {@code consumer} has not been given; zero if there is none. */
    Duration lag(String consumer, Instant now);
}
