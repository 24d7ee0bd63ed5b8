package io.ordercore.application.logistics;

import io.ordercore.application.Store;
import io.ordercore.application.logistics.arrival.ForecastArrival;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.order.Orders;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.Handover;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import java.util.List;
import java.util.Set;

/** A fulfilment handed over is a parcel to follow. */
final class TrackingReactions implements OrderEventListener {
    private final Fulfilments fulfilments;
    private final TrackedParcels parcels;
    private final Orders orders;
    private final ForecastArrival arrival;

    TrackingReactions(Store store, ForecastArrival arrival) {
        this.fulfilments = store.fulfilments();
        this.parcels = store.parcels();
        this.orders = store.orders();
        this.arrival = arrival;
    }

    @Override
    public void happened(List<OrderEvent> events) {
        for (OrderEvent event : events) {
            String number = event.facts().get("fulfilment");
            if (number != null) {
                fulfilments
                        .find(new FulfilmentId(event.order(), Integer.parseInt(number)))
                        .ifPresent(this::follow);
            }
        }
    }

    @Override
    public Set<OrderEventType> about() {
        return Set.of(OrderEventType.HANDED_OVER);
    }

    private void follow(Fulfilment fulfilment) {
        Handover handover = fulfilment.handover();
        if (handover != null
                && handover.carrier().length() > 1
                && parcels.find(fulfilment.id()).isEmpty()) {
            Parcel parcel = Parcel.handedOver(
                    fulfilment.id(),
                    new CarrierCode(handover.carrier()),
                    new TrackingNumber(handover.trackingNumber()
                            .substring(0, Math.min(50, handover.trackingNumber().length()))),
                    handover.at());
            parcels.save(orders.find(fulfilment.id().order())
                    .map(order -> arrival.revised(parcel.expected(arrival.setOut(order, fulfilment))))
                    .orElse(parcel));
        }
    }
}
