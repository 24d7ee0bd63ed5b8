package io.ordercore.application.testkit;

import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierProfile;
import io.ordercore.application.logistics.CarrierProfile.CallBudget;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.InterceptAction;
import io.ordercore.application.logistics.Intercepts;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A carrier that answers interceptions as a test tells it to, and keeps what it was asked. */
public final class CarrierOnDemand implements CarrierGateway, Intercepts {
    /** What parcels are handed over to. */
    public static final String CODE = "on-demand";

    private final List<InterceptRequest> asked = new ArrayList<>();
    private InterceptTicket.Status answer = InterceptTicket.Status.ACCEPTED;
    private boolean deaf;

    /** Answers like this from now on. */
    public void answers(InterceptTicket.Status status) {
        answer = status;
        deaf = false;
    }

    /** Loses its answers from now on, though it does what it is asked. */
    public void losesAnswers() {
        deaf = true;
    }

    public List<InterceptRequest> asked() {
        return List.copyOf(asked);
    }

    @Override
    public CarrierProfile describe() {
        return new CarrierProfile(
                new CarrierCode(CODE),
                "A carrier on demand",
                EnumSet.of(Capability.INTERCEPT),
                1,
                EnumSet.allOf(InterceptAction.class),
                null,
                CallBudget.UNPUBLISHED,
                List.of());
    }

    @Override
    public Meaning meaningOf(CarrierSignal signal) {
        return Meaning.UNMAPPED;
    }

    @Override
    public CarrierResult<List<InterceptOption>> interceptOptions(CarrierContext context, TrackingNumber parcel) {
        return CarrierResult.ok(
                Set.of(InterceptAction.values()).stream()
                        .map(action -> new InterceptOption(action, null, null))
                        .toList(),
                "");
    }

    @Override
    public CarrierResult<InterceptTicket> intercept(
            CarrierContext context, InterceptRequest request, IdempotencyKey key) {
        asked.add(request);
        return deaf ? new CarrierResult.OutcomeUnknown<>(key) : found(request.parcel(), key);
    }

    @Override
    public CarrierResult<InterceptTicket> findIntercept(
            CarrierContext context, TrackingNumber parcel, IdempotencyKey key) {
        if (asked.isEmpty()) {
            return CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "never asked");
        }
        return found(parcel, key);
    }

    private CarrierResult<InterceptTicket> found(TrackingNumber parcel, IdempotencyKey key) {
        return CarrierResult.ok(new InterceptTicket(key.value(), parcel, answer, "", null), "");
    }
}
