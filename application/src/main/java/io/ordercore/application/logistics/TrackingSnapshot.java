package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a carrier said of one parcel at one moment. Merged into what is known, never taken instead of it.
 *
 * @param windows the carrier's own estimates and commitments, each kept
 * @param observedAt when the carrier was heard, so that an old answer shows its age
 * @param quarantined elements nobody could read, kept beside the rest
 * @param relatedNumbers further parcels of the shipment, or the parcel's way back
 */
public record TrackingSnapshot(
        TrackingNumber number,
        List<TrackingEvent> events,
        List<ArrivalWindow> windows,
        Instant observedAt,
        List<Quarantined> quarantined,
        List<TrackingNumber> relatedNumbers) {
    public TrackingSnapshot {
        events = List.copyOf(events);
        windows = List.copyOf(windows);
        quarantined = List.copyOf(quarantined);
        relatedNumbers = List.copyOf(relatedNumbers);
    }

    /** The state if this were all that is known. */
    public TrackingState state() {
        return TrackingState.of(events);
    }

    public Duration age(Instant now) {
        return Duration.between(observedAt, now);
    }

    /** Something in an answer that could not be read. {@code raw} may hold personal data. */
    public record Quarantined(String raw, String why) {}
}
