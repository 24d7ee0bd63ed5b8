package io.ordercore.application.logistics.intercept;

import io.ordercore.application.Store;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.order.ResendGoods;
import io.ordercore.domain.order.OrderTerms;
import java.time.Clock;
import java.time.Duration;

/** The door to interceptions: what can be asked, made from the ports it takes. */
public final class InterceptionUseCases {
    private final Store store;
    private final Carriers carriers;
    private final ResendGoods resending;
    private final Following following;
    private final Duration pause;

    /**
     * The use cases on these ports.
     *
     * @param pause between two questions about the same parcel
     */
    public InterceptionUseCases(
            Store store,
            OrderChanges changes,
            Carriers carriers,
            ResendGoods resending,
            OrderTerms terms,
            Duration pause,
            Clock clock) {
        this.store = store;
        this.carriers = carriers;
        this.resending = resending;
        this.following = new Following(store, changes, terms, resending, clock);
        this.pause = pause;
    }

    public AskCarriers askCarriers() {
        return new AskCarriersService(store, carriers, following, pause);
    }

    public SettleInterception settleInterception() {
        return new SettleInterceptionService(store, following);
    }

    public ReceiveParcel receiveParcel() {
        return new ReceiveParcelService(store, following);
    }

    public FindInterceptions findInterceptions() {
        return new FindInterceptionsService(store.interceptions());
    }

    /** What must be told of every order's events, under a name of its own. */
    public OrderEventListener reactions() {
        return new InterceptionReactions(store, following, resending);
    }
}
