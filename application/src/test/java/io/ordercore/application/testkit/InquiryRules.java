package io.ordercore.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.Inquiries.Inquiry;
import io.ordercore.application.logistics.Inquiries.InquiryRequest;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One key, one inquiry. An adapter over HTTP scripts the carrier's answers under {@code inquire/}. */
record InquiryRules(CarrierGateway gateway, HttpStub stub, Path fixtures) {
    List<CarrierCheck> checks() {
        List<CarrierCheck> checks = new ArrayList<>();
        if (!gateway.describe().can(Capability.INQUIRY)) {
            return checks;
        }
        Fixtures.route(stub, fixtures);
        checks.add(new CarrierCheck(Rules.INQ01, "twice", this::askedOnce));
        checks.add(new CarrierCheck(Rules.INQ02, "another parcel, same key", this::anotherParcelIsRefused));
        if (!CarrierCase.in(scripts()).isEmpty()) {
            checks.add(new CarrierCheck(Rules.INQ03, "asked, answer lost", this::lostAnswer));
        }
        return checks;
    }

    private void askedOnce() {
        CarrierCase.play(stub, scripts(), "replay");
        IdempotencyKey key = new IdempotencyKey("contract-inquiry");
        Inquiry first = Outcomes.value(ask("SIM-LOST-6D-1", Outcomes.context(), key));
        Inquiry again = Outcomes.value(ask("SIM-LOST-6D-1", Outcomes.context(), key));
        assertThat(again.ref()).as("reference of the repetition").isEqualTo(first.ref());
        assertThat(Outcomes.value(carrier().findInquiry(Outcomes.context(), first.ref()))
                        .parcel())
                .isEqualTo(first.parcel());
    }

    private void anotherParcelIsRefused() {
        CarrierCase.play(stub, scripts(), "other-body");
        IdempotencyKey key = new IdempotencyKey("contract-inquiry-other");
        Outcomes.value(ask("SIM-LOST-6D-1", Outcomes.context(), key));
        assertThat(Outcomes.name(ask("SIM-LOST-6D-2", Outcomes.context(), key))).isEqualTo("rejected DUPLICATE");
    }

    private void lostAnswer() {
        IdempotencyKey key = new IdempotencyKey("contract-inquiry-lost");
        assertThat(Outcomes.unanswered(
                        stub,
                        () -> CarrierCase.play(stub, scripts(), "lost"),
                        context -> ask("SIM-LOST-6D-1", context, key)))
                .isEqualTo("outcome unknown");
        assertThat(stub.requests())
                .as("a write whose outcome is unknown is not sent again")
                .hasSize(1);
    }

    private CarrierResult<Inquiry> ask(String number, CarrierContext context, IdempotencyKey key) {
        return carrier()
                .openInquiry(
                        context, new InquiryRequest(new TrackingNumber(number), IncidentKind.STALLED, "silent"), key);
    }

    private Path scripts() {
        return fixtures.resolve("inquire");
    }

    private ConnectedCarrier carrier() {
        return new ConnectedCarrier(gateway);
    }
}
