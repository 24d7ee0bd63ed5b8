package io.ordercore.application.order;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderTerms;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class MeetDeadlinesService implements MeetDeadlines {
    private static final Logger LOG = LoggerFactory.getLogger(MeetDeadlinesService.class);

    private final Orders orders;
    private final OrderChanges changes;
    private final OrderTerms terms;
    private final Clock clock;

    MeetDeadlinesService(Orders orders, OrderChanges changes, OrderTerms terms, Clock clock) {
        this.orders = orders;
        this.changes = changes;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public int meet(int limit) {
        int changed = 0;
        for (OrderId id : orders.due(clock.instant(), limit)) {
            if (met(id)) {
                changed++;
            }
        }
        return changed;
    }

    /** One order at a time: a single one that cannot be handled must not hold up the others. */
    private boolean met(OrderId id) {
        try {
            return changes.change(id, null, (order, now) -> order.meetDeadline(terms, now))
                    .isChanged();
        } catch (StaleVersionException somebodyElseWasFaster) {
            return false;
        } catch (IllegalStateException e) {
            LOG.error("order {} could not meet its deadline", id, e);
            return false;
        }
    }
}
