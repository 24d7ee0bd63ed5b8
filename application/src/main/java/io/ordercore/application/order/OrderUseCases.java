package io.ordercore.application.order;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.domain.order.OrderTerms;
import java.time.Clock;
import java.util.Map;

/** The door to orders: what can be asked of them, made from the ports it takes. */
public final class OrderUseCases {
    private final Store store;
    private final OrderChanges changes;
    private final OrderTerms terms;
    private final Clock clock;
    private final Ids ids;

    public OrderUseCases(Store store, OrderChanges changes, OrderTerms terms, Clock clock, Ids ids) {
        this.store = store;
        this.changes = changes;
        this.terms = terms;
        this.clock = clock;
        this.ids = ids;
    }

    public PreviewPurchase previewPurchase() {
        return new PreviewPurchaseService(store.offers(), store.sellers(), store.stock(), terms, clock, ids);
    }

    public PlacePurchase placePurchase() {
        return new PlacePurchaseService(store.intake(), terms, clock, ids);
    }

    public WatchIntake watchIntake() {
        return store.intake();
    }

    public FindOrders findOrders() {
        return new FindOrdersService(store.orders());
    }

    public CancelOrder cancelOrder() {
        return new CancelOrderService(changes);
    }

    public ReceiveOrder receiveOrder() {
        return new ReceiveOrderService(changes, terms);
    }

    public HoldOrder holdOrder() {
        return new HoldOrderService(changes);
    }

    public MeetDeadlines meetDeadlines() {
        return new MeetDeadlinesService(store.orders(), changes, terms, clock);
    }

    /** Tells {@code listeners}, each under the name its place in the feed is kept by. */
    public DispatchEvents dispatchEvents(Map<String, OrderEventListener> listeners) {
        return new DispatchEventsService(store.events(), listeners, clock);
    }
}
