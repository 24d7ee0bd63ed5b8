package io.ordercore.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Each payload under {@code track/} is read rightly, whatever the order of its list. */
record TrackingRules(CarrierGateway gateway, HttpStub stub, Path fixtures) {

    List<CarrierCheck> checks() {
        List<CarrierCheck> checks = new ArrayList<>();
        if (!gateway.describe().can(Capability.TRACK_PULL)) {
            return checks;
        }
        Fixtures.route(stub, fixtures);
        for (CarrierCase it : CarrierCase.in(fixtures.resolve("track"))) {
            if (it.get("error") != null) {
                checks.add(new CarrierCheck(Rules.TRK09, it.name(), () -> refusalIsNamed(it)));
            } else {
                readings(it, checks);
            }
        }
        return checks;
    }

    private void readings(CarrierCase it, List<CarrierCheck> checks) {
        if (!it.events().isEmpty()) {
            checks.add(new CarrierCheck(
                    Rules.TRK01,
                    it.name(),
                    () -> assertThat(column(ask(it, it.payload()), 0)).isEqualTo(expectedColumn(it, 0))));
            checks.add(new CarrierCheck(
                    Rules.TRK02,
                    it.name(),
                    () -> assertThat(column(ask(it, it.payload()), 1)).isEqualTo(expectedColumn(it, 1))));
        }
        checks.add(new CarrierCheck(Rules.TRK03, it.name(), () -> endsInTheRightState(it)));
        if (it.get("windows") != null) {
            checks.add(new CarrierCheck(
                    Rules.TRK06,
                    it.name(),
                    () -> assertThat(ask(it, it.payload()).windows().stream()
                                    .map(TrackingRules::written)
                                    .toList())
                            .isEqualTo(it.list("windows"))));
        }
        if (it.get("quarantined") != null) {
            checks.add(new CarrierCheck(
                    Rules.TRK07,
                    it.name(),
                    () -> assertThat(ask(it, it.payload()).quarantined())
                            .hasSize(Integer.parseInt(String.valueOf(it.get("quarantined"))))));
        }
        PayloadList list = PayloadList.in(it.payload());
        if (list != null) {
            checks.add(new CarrierCheck(Rules.TRK04, it.name(), () -> orderDoesNotMatter(it, list)));
            checks.add(new CarrierCheck(Rules.TRK05, it.name(), () -> cutAndCompleted(it, list)));
        }
        checks.add(new CarrierCheck(Rules.TRK08, it.name(), () -> showsItsAge(it)));
    }

    private void endsInTheRightState(CarrierCase it) {
        TrackingState state = ask(it, it.payload()).state();
        assertThat(state.status().name()).isEqualTo(it.get("status"));
        if (it.get("incidents") != null) {
            assertThat(state.incidents().stream()
                            .map(incident -> incident.kind() + (incident.isOpen() ? "" : " over"))
                            .toList())
                    .isEqualTo(it.list("incidents"));
        }
        assertThat(state.unmappedCodes()).isEqualTo(it.list("unmapped"));
    }

    private void orderDoesNotMatter(CarrierCase it, PayloadList list) {
        String expected = Outcomes.summary(ask(it, it.payload()).state());
        assertThat(Outcomes.summary(ask(it, list.reversed()).state())).isEqualTo(expected);
        assertThat(Outcomes.summary(ask(it, list.doubled()).state())).isEqualTo(expected);
        Random random = new Random(it.name().hashCode());
        for (int round = 0; round < 5; round++) {
            assertThat(Outcomes.summary(ask(it, list.shuffled(random)).state())).isEqualTo(expected);
        }
    }

    private void cutAndCompleted(CarrierCase it, PayloadList list) {
        TrackingSnapshot whole = ask(it, it.payload());
        TrackingState completed = ask(it, list.firstHalf()).state().with(whole.events());
        assertThat(Outcomes.summary(completed)).isEqualTo(Outcomes.summary(whole.state()));
    }

    private void showsItsAge(CarrierCase it) {
        Duration age = ask(it, it.payload()).age(Instant.now());
        assertThat(age).isBetween(Duration.ofSeconds(-5), Duration.ofDays(36500));
        if (it.get("observed-at") == null) {
            assertThat(age).isLessThan(Duration.ofMinutes(1));
        }
    }

    private void refusalIsNamed(CarrierCase it) {
        stub.answers(it.answer());
        assertThat(Outcomes.name(result(it))).endsWith(" " + it.get("error"));
    }

    private TrackingSnapshot ask(CarrierCase it, String body) {
        stub.answers(it.answer(body));
        return Outcomes.value(result(it));
    }

    private CarrierResult<TrackingSnapshot> result(CarrierCase it) {
        CarrierResult<TrackingSnapshot> result = new ConnectedCarrier(gateway)
                .track(Outcomes.context(), List.of(it.ref()))
                .get(it.number());
        if (result == null) {
            throw new AssertionError("no result for the number asked");
        }
        return result;
    }

    /** 0: the instants, 1: status and incident. */
    private static List<String> column(TrackingSnapshot snapshot, int column) {
        return snapshot.state().events().stream()
                .map(event -> column == 0 ? instant(event.time()) : meaning(event))
                .toList();
    }

    private static List<String> expectedColumn(CarrierCase it, int column) {
        return it.events().stream()
                .map(event -> column == 0
                        ? event.substring(0, event.indexOf(' '))
                        : event.substring(event.indexOf(' ') + 1).strip())
                .toList();
    }

    private static String meaning(TrackingEvent event) {
        return orDash(event.meaning().status()) + " " + orDash(event.meaning().incident());
    }

    private static String written(ArrivalWindow window) {
        return window.kind() + " " + end(window.from()) + " " + end(window.through());
    }

    private static String end(@Nullable EventTime time) {
        if (time == null) {
            return "-";
        }
        return time.instant() == null
                ? String.valueOf(time.local())
                : time.instant().toString();
    }

    static String instant(EventTime time) {
        return time.instant() == null ? "unknown" : time.instant().toString();
    }

    private static String orDash(@Nullable Enum<?> value) {
        return value == null ? "-" : value.name();
    }
}
