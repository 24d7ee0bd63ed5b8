package io.ordercore.application.logistics.intercept;

import io.ordercore.application.Store;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.order.UnknownOrderException;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.party.Actor;
import java.util.Set;

final class ReceiveParcelService implements ReceiveParcel {
    private final Store store;
    private final Following following;

    ReceiveParcelService(Store store, Following following) {
        this.store = store;
        this.following = following;
    }

    @Override
    public FulfilOrder.Outcome receive(FulfilmentId id, boolean sellable, Actor actor) {
        return store.transactions().run(() -> {
            Fulfilment parcel = store.fulfilments().find(id).orElseThrow(() -> new UnknownOrderException(id));
            boolean turned = store.interceptions().of(id.order()).stream()
                    .anyMatch(it -> it.fulfilment().equals(id) && it.status().isOpen());
            return turned || parcel.stage() != FulfilmentStage.HANDED_OVER
                    ? new FulfilOrder.Refused(Set.of(OrderRefusal.WRONG_STATUS))
                    : new FulfilOrder.Moved(following.cameBack(parcel, sellable, actor));
        });
    }
}
