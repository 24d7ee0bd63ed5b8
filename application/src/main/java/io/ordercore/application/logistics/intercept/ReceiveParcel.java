package io.ordercore.application.logistics.intercept;

import io.ordercore.application.logistics.FulfilOrder;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.party.Actor;

/** Takes back a parcel that nobody had turned: refused at the door, or not to be delivered. */
public interface ReceiveParcel {
    /**
     * It is in the warehouse: what it held is paid back, unless that happened when its carrier said that it was back; then its
     * goods are restocked or stay written off, once. Refused unless a carrier had it, and while an interception is open, which
     * would say what becomes of it.
     *
     * @param sellable whether its goods go back to the shelf; otherwise they are written off
     * @throws io.ordercore.application.order.UnknownOrderException if there is no such fulfilment
     */
    FulfilOrder.Outcome receive(FulfilmentId parcel, boolean sellable, Actor actor);

    /** What the history calls the return of a parcel that its carrier told of. */
    static String returned(FulfilmentId parcel) {
        return "returned-" + parcel.number();
    }
}
