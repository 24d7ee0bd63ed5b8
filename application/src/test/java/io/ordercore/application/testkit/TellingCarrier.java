package io.ordercore.application.testkit;

import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierProfile;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.Tracks;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A carrier that can only be asked where a parcel is, and says what a test tells it to. */
final class TellingCarrier implements CarrierGateway, Tracks {
    static final String CODE = "telling";

    private record Said(Meaning meaning, Instant at) {}

    private final Map<TrackingNumber, List<Said>> said = new LinkedHashMap<>();

    void says(String number, TrackingStatus status, @Nullable IncidentKind trouble, Instant at) {
        Meaning meaning = trouble == null ? Meaning.of(status) : Meaning.of(status, trouble);
        said.computeIfAbsent(new TrackingNumber(number), it -> new ArrayList<>())
                .add(new Said(meaning, at));
    }

    @Override
    public CarrierProfile describe() {
        return new CarrierProfile(
                new CarrierCode(CODE),
                "Telling",
                Set.of(Capability.TRACK_PULL),
                100,
                Set.of(),
                null,
                CarrierProfile.CallBudget.UNPUBLISHED,
                List.of());
    }

    @Override
    public Meaning meaningOf(CarrierSignal signal) {
        return Meaning.UNMAPPED;
    }

    @Override
    public Map<TrackingNumber, CarrierResult<TrackingSnapshot>> track(CarrierContext context, List<TrackingRef> refs) {
        Map<TrackingNumber, CarrierResult<TrackingSnapshot>> answers = new LinkedHashMap<>();
        for (TrackingRef ref : refs) {
            List<TrackingEvent> events = said.getOrDefault(ref.number(), List.of()).stream()
                    .map(it -> event(ref.number(), it))
                    .toList();
            answers.put(
                    ref.number(),
                    CarrierResult.ok(
                            new TrackingSnapshot(
                                    ref.number(), events, List.of(), context.deadline(), List.of(), List.of()),
                            ""));
        }
        return answers;
    }

    private static TrackingEvent event(TrackingNumber number, Said it) {
        return new TrackingEvent(
                new CarrierCode(CODE),
                number,
                null,
                it.meaning().toString(),
                "",
                EventTime.explicit(it.at().toString(), it.at().atOffset(ZoneOffset.UTC)),
                it.meaning(),
                null,
                it.at());
    }
}
