package io.ordercore.application.testkit;

import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierProfile;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.application.logistics.InterceptAction;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.Tracks;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** A carrier that could be asked for parcels, and knows none. */
final class MuteCarrier implements CarrierGateway, Tracks {
    @Override
    public CarrierProfile describe() {
        return new CarrierProfile(
                new CarrierCode("mute"),
                "A mute carrier",
                EnumSet.of(Capability.TRACK_PULL),
                1,
                EnumSet.noneOf(InterceptAction.class),
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
        return Map.of();
    }
}
