package io.ordercore.domain.logistics.tracking;

import org.jspecify.annotations.Nullable;

/**
 * What a carrier's code says in the platform's words.
 *
 * @param status where the parcel is; absent when the code says nothing about that (a request noted, a photograph filed)
 * @param incident what is wrong, if anything
 */
public record Meaning(
        @Nullable TrackingStatus status, @Nullable IncidentKind incident) {
    /** A code nobody has mapped: kept raw, alerted, never guessed. */
    public static final Meaning UNMAPPED = new Meaning(TrackingStatus.UNKNOWN, null);

    public static Meaning of(TrackingStatus status) {
        return new Meaning(status, null);
    }

    public static Meaning of(TrackingStatus status, IncidentKind incident) {
        return new Meaning(status, incident);
    }

    /** Something to know that does not move the parcel. */
    public static Meaning note(@Nullable IncidentKind incident) {
        return new Meaning(null, incident);
    }

    public boolean isMapped() {
        return status != TrackingStatus.UNKNOWN;
    }
}
