package io.ordercore.application.logistics.incident;

import io.ordercore.application.Store;
import io.ordercore.application.logistics.arrival.Lanes;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.logistics.Handover;
import io.ordercore.domain.logistics.incident.CaseStage;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.incident.Remedy;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happens to orders and concerns incidents:
 *
 * <pre>
 * HANDED_OVER              -> counted, by carrier and lane
 * DELIVERED                -> the cases of the parcel are over, unless it is damaged
 * UNITS_REFUNDED           -> a parcel that a remedy brought back was paid back
 * RETURNED_TO_SENDER, LOST -> a claim or an interception settled it
 * </pre>
 */
final class IncidentReactions implements OrderEventListener {
    private static final String REFERENCE = "incident-";

    private final Store store;
    private final Telling telling;
    private final Clock clock;

    IncidentReactions(Store store, Telling telling, Clock clock) {
        this.store = store;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public void happened(List<OrderEvent> events) {
        for (OrderEvent event : events) {
            OrderEventType type = event.type();
            if (type == OrderEventType.HANDED_OVER) {
                handedOver(event);
            } else if (type == OrderEventType.DELIVERED) {
                delivered(event);
            } else if (type == OrderEventType.UNITS_REFUNDED) {
                paidBack(event);
            } else if (type == OrderEventType.RETURNED_TO_SENDER || type == OrderEventType.LOST) {
                settled(event);
            }
        }
    }

    @Override
    public Set<OrderEventType> about() {
        return Set.of(
                OrderEventType.HANDED_OVER,
                OrderEventType.DELIVERED,
                OrderEventType.UNITS_REFUNDED,
                OrderEventType.RETURNED_TO_SENDER,
                OrderEventType.LOST);
    }

    private void handedOver(OrderEvent event) {
        parcel(event).ifPresent(parcel -> {
            Handover handover = parcel.handover();
            if (handover != null && handover.carrier().length() > 1) {
                store.incidents()
                        .handedOver(parcel.id(), new CarrierCode(handover.carrier()), lane(event), handover.at());
            }
        });
    }

    private String lane(OrderEvent event) {
        return Lanes.region(store.orders()
                .find(event.order())
                .orElseThrow()
                .snapshot()
                .recipient()
                .address());
    }

    private void delivered(OrderEvent event) {
        parcel(event)
                .ifPresent(parcel -> store.incidents().of(parcel.id()).stream()
                        .filter(it -> it.stage().isOpen() && !it.gaveUpTheParcel())
                        .filter(it -> it.kind() != IncidentKind.DAMAGED)
                        .forEach(it -> over(it, "over: DELIVERED", "parcel-goes-on", Map.of("status", "DELIVERED"))));
    }

    private void paidBack(OrderEvent event) {
        store.incidents().of(event.order()).stream()
                .filter(it -> it.stage().isOpen() && it.remedy() == Remedy.RETURN && isFor(event, it))
                .forEach(it -> over(
                        it,
                        "RETURN is back",
                        "parcel-returned",
                        Map.of("amount", event.facts().getOrDefault("worth", ""))));
    }

    private void settled(OrderEvent event) {
        for (IncidentCase it : store.incidents().of(event.order())) {
            boolean gone = store.fulfilments()
                    .find(it.fulfilment())
                    .filter(parcel -> parcel.stage() == FulfilmentStage.CANCELLED)
                    .isPresent();
            if (gone && it.stage().isOpen() && !it.gaveUpTheParcel() && !isFor(event, it)) {
                store.incidents().save(it.to(CaseStage.RESOLVED, "settled otherwise", null, clock.instant()));
            }
        }
    }

    private void over(IncidentCase it, String what, String code, Map<String, String> facts) {
        IncidentCase over = it.to(CaseStage.RESOLVED, what, null, clock.instant());
        store.incidents().save(over);
        telling.buyer(over, code, facts);
    }

    private static boolean isFor(OrderEvent event, IncidentCase it) {
        return (REFERENCE + it.id()).equals(event.facts().get("for"));
    }

    private Optional<Fulfilment> parcel(OrderEvent event) {
        String number = event.facts().get("fulfilment");
        return number == null
                ? Optional.empty()
                : store.fulfilments().find(new FulfilmentId(event.order(), Integer.parseInt(number)));
    }
}
