package io.ordercore.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.Claims.ClaimRequest;
import io.ordercore.application.logistics.Claims.ClaimType;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.Inquiries.InquiryRequest;
import io.ordercore.application.logistics.InterceptAction;
import io.ordercore.application.logistics.Intercepts.InterceptRequest;
import io.ordercore.application.logistics.Intercepts.Payer;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.joda.money.Money;

/** What a carrier says of itself holds. */
record ProfileRules(CarrierGateway gateway) {
    private static final TrackingNumber PARCEL = new TrackingNumber("SF1234567890123");
    private static final IdempotencyKey KEY = new IdempotencyKey("contract-1");

    List<CarrierCheck> checks() {
        List<CarrierCheck> checks = new ArrayList<>();
        checks.add(new CarrierCheck(
                Rules.PRF01,
                gateway.describe().code().value(),
                () -> assertThatCode(() -> new ConnectedCarrier(gateway)).doesNotThrowAnyException()));
        operations().forEach((capability, operation) -> {
            if (!gateway.describe().can(capability)) {
                checks.add(new CarrierCheck(
                        Rules.PRF02,
                        capability.name(),
                        () -> assertThat(Outcomes.name(operation.get())).isEqualTo("unsupported " + capability)));
            }
        });
        for (InterceptAction action : InterceptAction.values()) {
            if (gateway.describe().can(Capability.INTERCEPT)
                    && !gateway.describe().interceptActions().contains(action)) {
                checks.add(new CarrierCheck(
                        Rules.PRF03,
                        action.name(),
                        () -> assertThat(Outcomes.name(intercept(action))).isEqualTo("unsupported INTERCEPT")));
            }
        }
        return checks;
    }

    private CarrierResult<?> intercept(InterceptAction action) {
        return new ConnectedCarrier(gateway)
                .intercept(
                        Outcomes.context(),
                        new InterceptRequest(PARCEL, action, null, null, Payer.SHIPPER, "contract"),
                        KEY);
    }

    private Map<Capability, Supplier<CarrierResult<?>>> operations() {
        CarrierContext context = Outcomes.context();
        Map<Capability, Supplier<CarrierResult<?>>> all = new EnumMap<>(Capability.class);
        all.put(Capability.SERVICEABILITY, () -> carrier().checkServiceability(context, Outcomes.shipment(500)));
        all.put(Capability.QUOTE, () -> carrier().quote(context, Outcomes.shipment(500)));
        all.put(Capability.BOOK, () -> carrier().book(context, Outcomes.shipment(500), KEY));
        all.put(Capability.CANCEL, () -> carrier().cancel(context, "ref-1", "contract", KEY));
        all.put(Capability.TRACK_PULL, () -> track(context));
        all.put(Capability.TRACK_PUSH, () -> carrier().parsePush(new CarrierPush(Map.of(), new byte[0])));
        all.put(Capability.INTERCEPT, () -> carrier().interceptOptions(context, PARCEL));
        all.put(Capability.REVERSE, () -> carrier().reverse(context, "ref-1", Outcomes.shipment(500), KEY));
        all.put(
                Capability.INQUIRY,
                () -> carrier()
                        .openInquiry(context, new InquiryRequest(PARCEL, IncidentKind.STALLED, "contract"), KEY));
        all.put(
                Capability.CLAIM,
                () -> carrier()
                        .openClaim(
                                context,
                                new ClaimRequest(PARCEL, ClaimType.LOST, Money.parse("CNY 99.00"), "lost", List.of()),
                                KEY));
        all.put(Capability.POD, () -> carrier().proofOfDelivery(context, PARCEL));
        return all;
    }

    private CarrierResult<?> track(CarrierContext context) {
        CarrierResult<?> result =
                carrier().track(context, List.of(TrackingRef.of(PARCEL))).get(PARCEL);
        if (result == null) {
            throw new AssertionError("no result for the number asked");
        }
        return result;
    }

    private ConnectedCarrier carrier() {
        return new ConnectedCarrier(gateway);
    }
}
