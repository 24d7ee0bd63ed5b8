package io.ordercore.application.logistics.incident;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.ParcelListener;
import java.time.Clock;

/** The door to incidents. */
public final class IncidentUseCases {
    private final HandleIncidentsService service;

    public IncidentUseCases(Store store, Carriers carriers, Clock clock, Ids ids) {
        this.service = new HandleIncidentsService(store, carriers, clock, ids);
    }

    public HandleIncidents handleIncidents() {
        return service;
    }

    /** What has to follow when a carrier was heard. */
    public ParcelListener reactions() {
        return service;
    }
}
