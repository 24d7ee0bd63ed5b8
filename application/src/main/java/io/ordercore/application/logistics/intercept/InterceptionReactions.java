package io.ordercore.application.logistics.intercept;

import io.ordercore.application.Store;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.order.ResendGoods;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionStatus;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import java.util.List;
import java.util.Set;

/**
 * What happens to orders and concerns intercepted parcels:
 *
 * <pre>
 * DELIVERED -> the parcel was delivered first: the interception failed, and its fee goes back by the policy
 * TOPPED_UP -> goods that waited for the money are taken from the shelf
 * </pre>
 */
final class InterceptionReactions implements OrderEventListener {
    private final Store store;
    private final Following following;
    private final ResendGoods resending;

    InterceptionReactions(Store store, Following following, ResendGoods resending) {
        this.store = store;
        this.following = following;
        this.resending = resending;
    }

    @Override
    public void happened(List<OrderEvent> events) {
        for (OrderEvent event : events) {
            if (event.type() == OrderEventType.DELIVERED) {
                delivered(event);
            } else if (event.type() == OrderEventType.TOPPED_UP) {
                resending.whatWaits(event.order(), "payment", event.actor(), following.now());
            }
        }
    }

    @Override
    public Set<OrderEventType> about() {
        return Set.of(OrderEventType.DELIVERED, OrderEventType.TOPPED_UP);
    }

    private void delivered(OrderEvent event) {
        String number = event.facts().get("fulfilment");
        for (Interception open : store.interceptions().of(event.order())) {
            if (Integer.toString(open.fulfilment().number()).equals(number)) {
                open.seen(InterceptionStatus.FAILED, "delivered first")
                        .ifPresent(failed -> following.store(failed, false, event.actor()));
            }
        }
    }
}
