package io.ordercore.application.logistics.incident;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.Handover;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Tells the buyer what happened to a parcel and what follows; each step of a case once. */
final class Telling {
    private final Store store;
    private final Clock clock;
    private final Ids ids;

    Telling(Store store, Clock clock, Ids ids) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    void buyer(IncidentCase it, String code, Map<String, String> more) {
        Map<String, String> facts = facts(it.fulfilment(), more);
        facts.put("incident", it.kind().name());
        facts.put("case", it.id().toString());
        tell(it.fulfilment(), it.id() + "/" + code + "/" + it.history().size(), code, facts);
    }

    /** About a parcel without a case. */
    void buyer(FulfilmentId parcel, String code, Map<String, String> more) {
        tell(parcel, parcel + "/" + code, code, facts(parcel, more));
    }

    private Map<String, String> facts(FulfilmentId id, Map<String, String> more) {
        Map<String, String> facts = new TreeMap<>();
        store.parcels().find(id).ifPresent(parcel -> about(parcel, facts));
        store.fulfilments().find(id).ifPresent(fulfilment -> {
            Handover handover = fulfilment.handover();
            if (handover != null) {
                facts.putIfAbsent("number", handover.trackingNumber());
                facts.putIfAbsent("carrier", handover.carrier());
            }
        });
        facts.putAll(more);
        return facts;
    }

    private static void about(Parcel parcel, Map<String, String> facts) {
        facts.put("carrier", parcel.carrier().value());
        facts.put("number", parcel.number().value());
        facts.put("status", parcel.state().status().name());
        var window = parcel.latestWindow();
        var through = window == null ? null : window.through();
        facts.put("expected", through == null ? "" : through.raw());
    }

    private void tell(FulfilmentId id, String key, String code, Map<String, String> facts) {
        store.orders()
                .find(id.order())
                .ifPresent(order -> store.notices()
                        .tell(new Notice(
                                ids.next(),
                                Recipient.buyer(order.buyer().value()),
                                key,
                                code,
                                id.order().toString(),
                                facts,
                                clock.instant())));
    }
}
