package io.ordercore.domain.testkit;

import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Parcels and what carriers say of them, for tests: {@code scan(COLLECTED, at("2026-03-02T10:00:00Z"))}. */
public final class TrackingFixtures {
    public static final CarrierCode A_CARRIER = new CarrierCode("swift");
    public static final TrackingNumber A_PARCEL = new TrackingNumber("SW000000001");

    private TrackingFixtures() {}

    public static Instant at(String instant) {
        return Instant.parse(instant);
    }

    public static TrackingEvent scan(TrackingStatus status, Instant when) {
        return event(status.name(), Meaning.of(status), when);
    }

    public static TrackingEvent trouble(TrackingStatus status, IncidentKind incident, Instant when) {
        return event(status + "/" + incident, Meaning.of(status, incident), when);
    }

    public static TrackingEvent event(String code, Meaning meaning, Instant when) {
        return event(code, meaning, when, null, when.plusSeconds(300));
    }

    public static TrackingEvent event(
            String code, Meaning meaning, Instant when, @Nullable String place, Instant receivedAt) {
        OffsetDateTime written = when.atOffset(ZoneOffset.UTC);
        EventTime time = EventTime.explicit(written.toString(), written);
        return new TrackingEvent(A_CARRIER, A_PARCEL, null, code, code, time, meaning, place, receivedAt);
    }
}
