package io.ordercore.domain.logistics.tracking;

import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong on a journey, with the events that are its evidence.
 *
 * @param resolvedBy absent while it is open
 */
public record ParcelIncident(
        IncidentKind kind, TrackingEvent openedBy, @Nullable TrackingEvent resolvedBy) {
    public boolean isOpen() {
        return resolvedBy == null;
    }

    ParcelIncident resolved(TrackingEvent event) {
        return new ParcelIncident(kind, openedBy, event);
    }
}
