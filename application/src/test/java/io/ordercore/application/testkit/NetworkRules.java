package io.ordercore.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.TrackingSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What goes wrong between us and the carrier has a name and an end. Tried on the first readable tracking payload. */
record NetworkRules(CarrierGateway gateway, HttpStub stub, Path fixtures) {
    List<CarrierCheck> checks() {
        List<CarrierCheck> checks = new ArrayList<>();
        List<CarrierCase> cases = CarrierCase.in(fixtures.resolve("track")).stream()
                .filter(it -> it.get("error") == null && it.payload().length() > 40)
                .toList();
        if (!gateway.describe().can(Capability.TRACK_PULL) || cases.isEmpty()) {
            return checks;
        }
        CarrierCase it = cases.get(0);
        checks.add(new CarrierCheck(Rules.NET01, "429 with Retry-After: 7", () -> tooManyCalls(it)));
        checks.add(new CarrierCheck(
                Rules.NET02,
                "503",
                () -> assertThat(Outcomes.name(ask(it, HttpStub.Answer.of(503, "<html>down</html>"))))
                        .isEqualTo("retryable UPSTREAM_DOWN")));
        checks.add(new CarrierCheck(Rules.NET03, "no answer", () -> silence(it)));
        checks.add(new CarrierCheck(
                Rules.NET04,
                "401",
                () -> assertThat(Outcomes.name(ask(it, HttpStub.Answer.of(401, ""))))
                        .isEqualTo("rejected AUTH")));
        for (int percent : List.of(10, 50, 90, 99)) {
            String cut = it.payload().strip();
            checks.add(new CarrierCheck(
                    Rules.NET05,
                    "cut at " + percent + " %",
                    () -> assertThat(Outcomes.name(ask(
                                    it, HttpStub.Answer.of(200, cut.substring(0, cut.length() * percent / 100)))))
                            .isIn("retryable BAD_PAYLOAD", "rejected BAD_PAYLOAD")));
        }
        return checks;
    }

    private void tooManyCalls(CarrierCase it) {
        CarrierResult<TrackingSnapshot> result =
                ask(it, new HttpStub.Answer(429, Map.of("Retry-After", "7"), "", false));
        assertThat(Outcomes.name(result)).isEqualTo("retryable RATE_LIMITED");
        assertThat(result.toString()).contains(Duration.ofSeconds(7).toString());
        assertThat(stub.requests()).as("calls made although told to wait").hasSize(1);
    }

    /** An adapter that has a patience of its own instead of the caller's is found out, a slow machine is not. */
    private void silence(CarrierCase it) {
        Instant started = Instant.now();
        stub.answers(HttpStub.Answer.never());
        assertThat(Outcomes.name(ask(Outcomes.soon(), it))).isEqualTo("retryable TIMEOUT");
        assertThat(Duration.between(started, Instant.now())).isLessThan(Outcomes.IMPATIENCE.plusSeconds(10));
    }

    private CarrierResult<TrackingSnapshot> ask(CarrierCase it, HttpStub.Answer answer) {
        stub.answers(answer);
        return ask(Outcomes.context(), it);
    }

    private CarrierResult<TrackingSnapshot> ask(CarrierContext context, CarrierCase it) {
        CarrierResult<TrackingSnapshot> result =
                new ConnectedCarrier(gateway).track(context, List.of(it.ref())).get(it.number());
        if (result == null) {
            throw new AssertionError("no result for the number asked");
        }
        return result;
    }
}
