package io.ordercore.application.logistics.arrival;

import io.ordercore.application.Store;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.Handover;
import io.ordercore.domain.logistics.arrival.ArrivalPromise;
import io.ordercore.domain.logistics.arrival.Journey;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.order.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What happens to orders and is promised or learned from:
 *
 * <pre>
 * CONFIRMED   -> its buyer is told when it should arrive, if that can be told
 * HANDED_OVER -> a journey has begun
 * DELIVERED   -> it has ended, when its carrier says it did
 * </pre>
 */
final class JourneyReactions implements OrderEventListener {
    private final Store store;
    private final ForecastArrivalService forecast;

    JourneyReactions(Store store, ForecastArrivalService forecast) {
        this.store = store;
        this.forecast = forecast;
    }

    @Override
    public void happened(List<OrderEvent> events) {
        for (OrderEvent event : events) {
            String number = event.facts().get("fulfilment");
            if (event.type() == OrderEventType.CONFIRMED && !forecast.isSilent()) {
                store.orders().find(event.order()).ifPresent(this::promise);
            } else if (number != null) {
                FulfilmentId parcel = new FulfilmentId(event.order(), Integer.parseInt(number));
                if (event.type() == OrderEventType.HANDED_OVER) {
                    store.fulfilments().find(parcel).ifPresent(this::begun);
                } else if (event.type() == OrderEventType.DELIVERED) {
                    store.journeys().arrived(parcel, arrival(parcel, event.at()));
                }
            }
        }
    }

    @Override
    public Set<OrderEventType> about() {
        return Set.of(OrderEventType.CONFIRMED, OrderEventType.HANDED_OVER, OrderEventType.DELIVERED);
    }

    private void promise(Order order) {
        int lines = order.lines().stream().mapToInt(OrderLine::number).max().orElse(0);
        forecast.byItsPurchase(order)
                .ifPresent(said -> store.journeys().promised(order.id(), new ArrivalPromise(said, lines)));
    }

    private void begun(Fulfilment parcel) {
        Handover handover = parcel.handover();
        if (handover != null) {
            Order order = store.orders().find(parcel.id().order()).orElseThrow();
            store.journeys()
                    .begun(
                            parcel.id(),
                            new Journey(
                                    order.merchant().value(),
                                    Lanes.of(order),
                                    order.snapshot().placedAt(),
                                    handover.at(),
                                    null));
        }
    }

    private Instant arrival(FulfilmentId parcel, Instant heard) {
        return store.parcels()
                .find(parcel)
                .map(it -> it.state().first(TrackingStatus.DELIVERED))
                .map(TrackingEvent::time)
                .map(time -> time.instant())
                .filter(at -> !at.isAfter(heard))
                .orElse(heard);
    }
}
