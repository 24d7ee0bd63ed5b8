package io.ordercore.application.logistics.intercept;

import io.ordercore.application.Store;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionId;
import io.ordercore.domain.logistics.intercept.InterceptionStatus;
import io.ordercore.domain.party.Actor;
import java.util.Optional;

final class SettleInterceptionService implements SettleInterception {
    private final Store store;
    private final Following following;

    SettleInterceptionService(Store store, Following following) {
        this.store = store;
        this.following = following;
    }

    @Override
    public Outcome returned(InterceptionId id, boolean sellable, Actor actor) {
        return seen(id, InterceptionStatus.RETURNED, sellable, actor);
    }

    @Override
    public Outcome lost(InterceptionId id, Actor actor) {
        return seen(id, InterceptionStatus.LOST, false, actor);
    }

    @Override
    public Outcome cancel(InterceptionId id, Actor actor) {
        return seen(id, InterceptionStatus.CANCELLED, false, actor);
    }

    private boolean isOnTheRoad(Interception interception) {
        return store.fulfilments()
                .find(interception.fulfilment())
                .filter(parcel -> parcel.stage() == FulfilmentStage.HANDED_OVER)
                .isPresent();
    }

    private Outcome seen(InterceptionId id, InterceptionStatus where, boolean sellable, Actor actor) {
        return store.transactions().run(() -> {
            Interception stored =
                    store.interceptions().find(id).orElseThrow(() -> new UnknownInterceptionException(id));
            boolean tooLate = where == InterceptionStatus.CANCELLED ? stored.asked() : !isOnTheRoad(stored);
            Optional<Interception> seen = tooLate ? Optional.empty() : stored.seen(where, stored.remark());
            return seen.isEmpty() ? new TooLate(stored) : new Settled(following.store(seen.get(), sellable, actor));
        });
    }
}
