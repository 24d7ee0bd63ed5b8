package io.ordercore.application.logistics.incident;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.FulfilmentStage;
import io.ordercore.domain.logistics.Handover;
import io.ordercore.domain.logistics.incident.IncidentCase;
import io.ordercore.domain.logistics.intercept.Aim;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionId;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import io.ordercore.domain.party.Actor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/** Parcels that are brought back, by the same interceptions by which a buyer's change turns them. */
final class Returning {
    static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final Store store;
    private final Clock clock;
    private final Ids ids;

    Returning(Store store, Clock clock, Ids ids) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /** Whether the carrier was asked to turn this parcel, and that has not ended. */
    boolean isBeingTurned(FulfilmentId parcel) {
        return ofParcel(parcel).stream().anyMatch(it -> it.status().isOpen());
    }

    /** Asks the parcel's carrier, soon, unless it brings it back anyway. False if the parcel is not with a carrier. */
    boolean ask(IncidentCase it, Fulfilment parcel, Money free, String reference, Actor actor) {
        Handover handover = parcel.handover();
        if (parcel.stage() != FulfilmentStage.HANDED_OVER
                || handover == null
                || status(it).isTerminal()) {
            return false;
        }
        if (status(it) != TrackingStatus.RETURNING) {
            store.interceptions()
                    .save(Interception.requested(
                            new InterceptionId(ids.next()),
                            parcel.id(),
                            handover,
                            Aim.RETURN,
                            null,
                            null,
                            List.of(),
                            new Interception.Terms(free, free, Set.of()),
                            reference,
                            actor,
                            clock.instant()));
        }
        return true;
    }

    /** Whether the carrier does not bring it back. */
    boolean failed(IncidentCase it) {
        List<Interception> asked = ofParcel(it.fulfilment());
        return !asked.isEmpty()
                && asked.stream().noneMatch(one -> one.status().isOpen())
                && status(it) != TrackingStatus.RETURNING;
    }

    private TrackingStatus status(IncidentCase it) {
        return store.parcels()
                .find(it.fulfilment())
                .map(Parcel::state)
                .map(state -> state.status())
                .orElse(TrackingStatus.UNKNOWN);
    }

    private List<Interception> ofParcel(FulfilmentId parcel) {
        return store.interceptions().of(parcel.order()).stream()
                .filter(it -> it.fulfilment().equals(parcel))
                .toList();
    }
}
