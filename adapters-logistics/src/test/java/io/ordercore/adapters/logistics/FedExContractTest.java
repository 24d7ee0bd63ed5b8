package io.ordercore.adapters.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.ProvesDelivery.ProofOfDelivery;
import io.ordercore.application.testkit.CarrierGatewayContract;
import io.ordercore.application.testkit.HttpStub;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FedExContractTest extends CarrierGatewayContract {
    private static final String DELIVERED = """
            {"output":{"completeTrackResults":[{"trackingNumber":"990000000077","trackResults":[{
              "deliveryDetails":{"receivedByName":"L.XIA"},
              "scanEvents":[
                {"date":"2026-03-05T11:00:00+08:00","eventType":"DL","eventDescription":"Delivered"},
                {"date":"2026-03-02T10:00:00+08:00","eventType":"PU","eventDescription":"Picked up"}]}]}]}}
            """;

    @Override
    protected CarrierGateway gateway(HttpStub server) {
        return new FedEx(
                new FedExAccount(server.url(), "contract-client", "contract-secret", "990000000"),
                CallBudgets.unlimited(),
                Clock.systemUTC());
    }

    @Override
    protected Path fixtures() {
        return Path.of("src/test/resources/carriers/fedex");
    }

    @Test
    void who_received_a_parcel_is_known_when_it_was_delivered() {
        assertThat(proof(DELIVERED))
                .isEqualTo(CarrierResult.ok(
                        new ProofOfDelivery("L.XIA", null, CarrierTimes.iso("2026-03-05T11:00:00+08:00")), DELIVERED));
        assertThat(proof(DELIVERED.replace("\"DL\"", "\"OD\"")))
                .isEqualTo(CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "", "not delivered"));
    }

    private CarrierResult<ProofOfDelivery> proof(String answer) {
        try (HttpStub server = new HttpStub()) {
            server.route("/oauth/token", HttpStub.Answer.of(200, "{\"access_token\":\"t\",\"expires_in\":3600}"));
            server.answers(HttpStub.Answer.of(200, answer));
            FedEx fedex = (FedEx) gateway(server);
            return fedex.proofOfDelivery(
                    new CarrierContext("a", "shop", Instant.now().plusSeconds(10), Locale.ENGLISH, "test"),
                    new TrackingNumber("990000000077"));
        }
    }
}
