package io.ordercore.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.IdempotencyKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One key, one booking. An adapter over HTTP scripts the carrier's answers under {@code book/}. */
record BookingRules(CarrierGateway gateway, HttpStub stub, Path fixtures) {
    List<CarrierCheck> checks() {
        List<CarrierCheck> checks = new ArrayList<>();
        if (!gateway.describe().can(Capability.BOOK)) {
            return checks;
        }
        Fixtures.route(stub, fixtures);
        checks.add(new CarrierCheck(Rules.BKG01, "twice", this::bookedOnce));
        checks.add(new CarrierCheck(Rules.BKG03, "heavier parcel, same key", this::anotherShipmentIsRefused));
        if (!CarrierCase.in(fixtures.resolve("book")).isEmpty()) {
            checks.add(new CarrierCheck(Rules.BKG02, "booked, answer lost", this::lostAnswer));
        }
        return checks;
    }

    private void bookedOnce() {
        CarrierCase.play(stub, fixtures.resolve("book"), "replay");
        IdempotencyKey key = new IdempotencyKey("contract-replay");
        Booking first = Outcomes.value(book(500, key));
        Booking again = Outcomes.value(book(500, key));
        assertThat(again.numbers()).as("numbers of the repetition").isEqualTo(first.numbers());
        assertThat(again.carrierRef()).isEqualTo(first.carrierRef());
    }

    private void anotherShipmentIsRefused() {
        CarrierCase.play(stub, fixtures.resolve("book"), "other-body");
        IdempotencyKey key = new IdempotencyKey("contract-other-body");
        Outcomes.value(book(500, key));
        assertThat(Outcomes.name(book(900, key))).isEqualTo("rejected DUPLICATE");
    }

    private void lostAnswer() {
        IdempotencyKey key = new IdempotencyKey("contract-lost");
        assertThat(Outcomes.unanswered(
                        stub,
                        () -> CarrierCase.play(stub, fixtures.resolve("book"), "lost"),
                        context -> carrier().book(context, Outcomes.shipment(500), key)))
                .isEqualTo("outcome unknown");
        assertThat(stub.requests().stream()
                        .filter(request -> !request.method().equals("GET"))
                        .toList())
                .as("a write whose outcome is unknown is not sent again")
                .hasSize(1);
        assertThat(Outcomes.value(carrier().findBooking(Outcomes.context(), key))
                        .numbers())
                .isNotEmpty();
    }

    private CarrierResult<Booking> book(int weightGrams, IdempotencyKey key) {
        return carrier().book(Outcomes.context(), Outcomes.shipment(weightGrams), key);
    }

    private ConnectedCarrier carrier() {
        return new ConnectedCarrier(gateway);
    }
}
