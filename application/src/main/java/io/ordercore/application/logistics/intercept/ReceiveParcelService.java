package io.ordercore.application.logistics.intercept;

import io.ordercore.application.Store;
import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.application.order.UnknownOrderException;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderRefusal;
import io.ordercore.domain.party.Actor;
import java.util.List;
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
            if (!turned && parcel.stage() == FulfilmentStage.HANDED_OVER) {
                return new FulfilOrder.Moved(following.cameBack(parcel, sellable, actor));
            }
            return isBackUnseen(id) && following.inspected(parcel, sellable, actor)
                    ? new FulfilOrder.Moved(parcel)
                    : new FulfilOrder.Refused(Set.of(OrderRefusal.WRONG_STATUS));
        });
    }

    /** Whether its carrier brought it back, and nobody has looked at it yet. */
    private boolean isBackUnseen(FulfilmentId id) {
        String reference = ReceiveParcel.returned(id);
        List<OrderEventType> told = store.orders().history(id.order(), 0).stream()
                .filter(event -> reference.equals(event.facts().get("for")))
                .map(OrderEvent::type)
                .toList();
        return told.contains(OrderEventType.RETURNED_TO_SENDER) && !told.contains(OrderEventType.RETURN_INSPECTED);
    }
}
