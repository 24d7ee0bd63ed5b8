package io.ordercore.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.application.logistics.ReceivesPushes.VerifiedPush;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Each payload under {@code push/} is believed only if its signature is right. */
record PushRules(CarrierGateway gateway, Path fixtures) {
    List<CarrierCheck> checks() {
        List<CarrierCheck> checks = new ArrayList<>();
        if (!gateway.describe().can(Capability.TRACK_PUSH)) {
            return checks;
        }
        for (CarrierCase it : CarrierCase.in(fixtures.resolve("push"))) {
            checks.add(new CarrierCheck(Rules.PSH01, it.name(), () -> isRead(it)));
            checks.add(new CarrierCheck(
                    Rules.PSH04,
                    it.name(),
                    () -> assertThat(genuine(it).acknowledgement()).isEqualTo(String.valueOf(it.get("ack")))));
            checks.add(new CarrierCheck(Rules.PSH05, it.name(), () -> twiceEndsAlike(it)));
            if (gateway.describe().can(Capability.PUSH_SIGNED)) {
                checks.add(new CarrierCheck(Rules.PSH02, it.name(), () -> changedIsRefused(it)));
                checks.add(new CarrierCheck(Rules.PSH03, it.name(), () -> unsignedIsRefused(it)));
            }
        }
        return checks;
    }

    private void isRead(CarrierCase it) {
        TrackingState state = state(it, genuine(it));
        assertThat(state.status().name()).isEqualTo(it.get("status"));
        if (!it.events().isEmpty()) {
            assertThat(state.events().stream().map(PushRules::written).toList()).isEqualTo(it.events());
        }
    }

    private void twiceEndsAlike(CarrierCase it) {
        VerifiedPush push = genuine(it);
        TrackingState once = state(it, push);
        assertThat(Outcomes.summary(once.with(state(it, genuine(it)).events()))).isEqualTo(Outcomes.summary(once));
    }

    /** One digit of the body is another; a gateway that still answers {@code ok} does not check. */
    private void changedIsRefused(CarrierCase it) {
        byte[] changed = it.payload().getBytes(StandardCharsets.UTF_8);
        for (int i = changed.length / 2; i < changed.length; i++) {
            if (changed[i] >= '0' && changed[i] < '9') {
                changed[i]++;
                break;
            }
        }
        assertThat(Outcomes.name(parse(it.headers(), changed))).isEqualTo("rejected BAD_SIGNATURE");
    }

    private void unsignedIsRefused(CarrierCase it) {
        byte[] unsigned = it.payload().replaceAll("(^|&)sign=[^&]*", "").getBytes(StandardCharsets.UTF_8);
        assertThat(Outcomes.name(parse(Map.of(), unsigned))).isEqualTo("rejected BAD_SIGNATURE");
    }

    private VerifiedPush genuine(CarrierCase it) {
        return Outcomes.value(parse(it.headers(), it.payload().getBytes(StandardCharsets.UTF_8)));
    }

    private CarrierResult<VerifiedPush> parse(Map<String, String> headers, byte[] body) {
        return new ConnectedCarrier(gateway).parsePush(new CarrierPush(headers, body));
    }

    private static TrackingState state(CarrierCase it, VerifiedPush push) {
        return push.snapshots().stream()
                .filter(snapshot -> snapshot.number().equals(it.number()))
                .map(TrackingSnapshot::state)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing read of " + it.number()));
    }

    private static String written(TrackingEvent event) {
        return TrackingRules.instant(event.time()) + " "
                + (event.meaning().status() == null ? "-" : event.meaning().status()) + " "
                + (event.meaning().incident() == null ? "-" : event.meaning().incident());
    }
}
