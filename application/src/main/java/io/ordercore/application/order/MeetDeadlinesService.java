package io.ordercore.application.order;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.OrderTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class MeetDeadlinesService implements MeetDeadlines {
    private static final Logger LOG = LoggerFactory.getLogger(MeetDeadlinesService.class);
    private static final int TOGETHER = 200;

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
        int left = 0;
        int seen = TOGETHER;
        while (changed < limit && seen == TOGETHER) {
            Instant now = clock.instant();
            int together = Math.min(TOGETHER, limit - changed);
            OrderChanges.Sweep round = round(now, left, together);
            changed += round.changed();
            left += round.seen() - round.changed();
            seen = round.seen();
        }
        return changed;
    }

    @Override
    public Duration lag() {
        Instant now = clock.instant();
        return orders.earliestDeadline()
                .filter(now::isAfter)
                .map(deadline -> Duration.between(deadline, now))
                .orElse(Duration.ZERO);
    }

    /** Many orders in one transaction, as long as all goes well. */
    private OrderChanges.Sweep round(Instant now, int skip, int limit) {
        try {
            return changes.changeAll(
                    () -> orders.due(now, skip, limit), (order, time) -> order.meetDeadline(terms, time));
        } catch (StaleVersionException | IllegalStateException e) {
            LOG.info("one of several deadlines was not met; each is tried alone", e);
            return oneByOne(orders.due(now, skip, limit));
        }
    }

    /** A single order that cannot be handled must not hold up the others. */
    private OrderChanges.Sweep oneByOne(List<Order> due) {
        int changed = 0;
        for (Order order : due) {
            if (met(order.id())) {
                changed++;
            }
        }
        return new OrderChanges.Sweep(due.size(), changed);
    }

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
