package io.ordercore.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.Claims.Claim;
import io.ordercore.application.logistics.Claims.ClaimRequest;
import io.ordercore.application.logistics.Claims.ClaimType;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * One key, one claim; its evidence arrives, and nobody is taken for liable who did not say so. An adapter over HTTP scripts the
 * carrier's answers under {@code claim/} and has what it says of claims under {@code claim/state/}.
 */
record ClaimRules(CarrierGateway gateway, HttpStub stub, Path fixtures) {
    private static final TrackingNumber PARCEL = new TrackingNumber("SIM-LOST-7D-1");
    private static final TrackingNumber ANOTHER = new TrackingNumber("SIM-LOST-7D-2");
    private static final String EVIDENCE = "https://shop.example/evidence/crushed-box.jpg";

    List<CarrierCheck> checks() {
        List<CarrierCheck> checks = new ArrayList<>();
        if (!gateway.describe().can(Capability.CLAIM)) {
            return checks;
        }
        Fixtures.route(stub, fixtures);
        checks.add(new CarrierCheck(Rules.CLM01, "twice", this::filedOnce));
        checks.add(new CarrierCheck(Rules.CLM02, "another parcel, same key", this::anotherClaimIsRefused));
        if (!CarrierCase.in(scripts()).isEmpty()) {
            checks.add(new CarrierCheck(Rules.CLM03, "filed, answer lost, filed again", this::lostAnswer));
            checks.add(new CarrierCheck(Rules.CLM04, EVIDENCE, this::evidenceArrives));
        }
        for (CarrierCase it : CarrierCase.in(scripts().resolve("state"))) {
            checks.add(new CarrierCheck(Rules.CLM05, it.name(), () -> isReadRightly(it)));
        }
        return checks;
    }

    private void filedOnce() {
        CarrierCase.play(stub, scripts(), "replay");
        IdempotencyKey key = new IdempotencyKey("contract-claim");
        Claim first = Outcomes.value(file(PARCEL, Outcomes.context(), key));
        Claim again = Outcomes.value(file(PARCEL, Outcomes.context(), key));
        assertThat(again.ref()).as("reference of the repetition").isEqualTo(first.ref());
        Claim found = Outcomes.value(carrier().findClaim(Outcomes.context(), first.ref()));
        assertThat(found.parcel()).isEqualTo(first.parcel());
        assertThat(found.type()).isEqualTo(ClaimType.DAMAGED);
    }

    private void anotherClaimIsRefused() {
        CarrierCase.play(stub, scripts(), "other-body");
        IdempotencyKey key = new IdempotencyKey("contract-claim-other");
        Outcomes.value(file(PARCEL, Outcomes.context(), key));
        assertThat(Outcomes.name(file(ANOTHER, Outcomes.context(), key))).isEqualTo("rejected DUPLICATE");
    }

    /** Unless the carrier keeps keys itself, the repetition must not be sent: what was filed is found by asking. */
    private void lostAnswer() {
        IdempotencyKey key = new IdempotencyKey("contract-claim-lost");
        assertThat(Outcomes.unanswered(
                        stub, () -> CarrierCase.play(stub, scripts(), "lost"), context -> file(PARCEL, context, key)))
                .isEqualTo("outcome unknown");
        assertThat(written())
                .as("a write whose outcome is unknown is not sent again")
                .hasSize(1);
        Claim found = Outcomes.value(file(PARCEL, Outcomes.context(), key));
        assertThat(found.parcel()).isEqualTo(PARCEL);
        if (script("lost").get("keeps-keys") == null) {
            assertThat(written())
                    .as("what was filed is looked up, not filed again")
                    .hasSize(1);
        }
    }

    private void evidenceArrives() {
        CarrierCase.play(stub, scripts(), "replay");
        Outcomes.value(file(PARCEL, Outcomes.context(), new IdempotencyKey("contract-claim-evidence")));
        assertThat(written())
                .extracting(HttpStub.Request::body)
                .singleElement()
                .satisfies(body -> assertThat(body).contains(EVIDENCE));
    }

    private void isReadRightly(CarrierCase it) {
        stub.answers(it.answer());
        CarrierResult<Claim> result = carrier().findClaim(Outcomes.context(), "claim-1");
        String error = it.get("error");
        if (error != null) {
            assertThat(Outcomes.name(result)).isEqualTo("rejected " + error);
            return;
        }
        Claim claim = Outcomes.value(result);
        String approved = it.get("approved");
        assertThat(claim.status()).asString().isEqualTo(it.get("status"));
        assertThat(claim.approved()).as("amount approved").isEqualTo(approved == null ? null : Money.parse(approved));
        assertThat(claim.parcel()).isEqualTo(it.number());
    }

    private List<HttpStub.Request> written() {
        return stub.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .toList();
    }

    private CarrierResult<Claim> file(TrackingNumber parcel, CarrierContext context, IdempotencyKey key) {
        return carrier()
                .openClaim(
                        context,
                        new ClaimRequest(
                                parcel, ClaimType.DAMAGED, Money.parse(amount()), "crushed", List.of(EVIDENCE)),
                        key);
    }

    /** Some carriers take claims in one currency only: {@code amount} of {@code replay.properties}. */
    private String amount() {
        String amount =
                CarrierCase.in(scripts()).isEmpty() ? null : script("replay").get("amount");
        return amount == null ? "CNY 99.00" : amount;
    }

    private CarrierCase script(String name) {
        return CarrierCase.in(scripts()).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("claim/" + name + ".properties is missing"));
    }

    private Path scripts() {
        return fixtures.resolve("claim");
    }

    private ConnectedCarrier carrier() {
        return new ConnectedCarrier(gateway);
    }
}
