package io.ordercore.adapters.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.testkit.CarrierGatewayContract;
import io.ordercore.application.testkit.HttpStub;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AfterShipContractTest extends CarrierGatewayContract {
    @Override
    protected CarrierGateway gateway(HttpStub server) {
        return new AfterShip(
                new AfterShip.Account(server.url(), "contract-key", "contract-secret"),
                CallBudgets.unlimited(),
                Clock.systemUTC());
    }

    @Override
    protected Path fixtures() {
        return Path.of("src/test/resources/carriers/aftership");
    }

    @Test
    void without_a_webhook_nothing_is_taken_for_a_push() {
        AfterShip asked = new AfterShip(
                new AfterShip.Account(URI.create("http://localhost"), "contract-key"),
                CallBudgets.unlimited(),
                Clock.systemUTC());
        String empty = Digests.hmacSha256Base64(" ", new byte[0]);
        assertThat(asked.describe().can(Capability.TRACK_PUSH)).isFalse();
        assertThat(asked.parsePush(new CarrierPush(Map.of("aftership-hmac-sha256", empty), new byte[0])))
                .isInstanceOf(CarrierResult.Rejected.class);
    }

    @Test
    void a_number_it_does_not_follow_yet_is_told_to_it() {
        try (HttpStub server = new HttpStub()) {
            server.answers(
                    HttpStub.Answer.of(200, "{\"meta\":{\"code\":200},\"data\":{\"trackings\":[]}}"),
                    HttpStub.Answer.of(201, "{\"meta\":{\"code\":201},\"data\":{\"id\":\"t9\"}}"));
            AfterShip aftership = (AfterShip) gateway(server);
            TrackingNumber number = new TrackingNumber("AS9000000044");
            CarrierContext context =
                    new CarrierContext("a", "shop", Instant.now().plusSeconds(10), Locale.ENGLISH, "test");
            CarrierResult<?> answer = aftership
                    .track(context, List.of(TrackingRef.of(number).movedBy(new CarrierCode("fedex"))))
                    .get(number);
            assertThat(answer).isEqualTo(CarrierResult.retryable(CarrierErrorCode.NOT_FOUND_YET, Readings.NOT_YET));
            assertThat(server.requests().get(1).body())
                    .isEqualTo("{\"tracking_number\":\"AS9000000044\",\"slug\":\"fedex\"}");
            assertThat(server.requests().get(1).headers()).containsValue("contract-key");
        }
    }
}
