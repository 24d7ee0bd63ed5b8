package io.ordercore.adapters.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.testkit.CarrierGatewayContract;
import io.ordercore.application.testkit.HttpStub;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SfExpressContractTest extends CarrierGatewayContract {
    private static final TrackingRef OURS = TrackingRef.of(new TrackingNumber("SF7000000000001"));
    private static final TrackingRef ANOTHERS =
            TrackingRef.of(new TrackingNumber("SF7000000000002")).withPhoneSuffix("0002");

    @Override
    protected CarrierGateway gateway(HttpStub server) {
        return new SfExpress(
                new SfAccount(server.url(), "contract-partner", "contract-checkword", "7550000000"),
                CallBudgets.unlimited(),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
    }

    @Override
    protected Path fixtures() {
        return Path.of("src/test/resources/carriers/sf-express");
    }

    @Test
    void what_a_batch_shows_nothing_of_is_asked_for_alone_by_its_telephones_digits() {
        try (HttpStub server = new HttpStub()) {
            server.answers(routes(parcel(OURS, true), parcel(ANOTHERS, false)), routes(parcel(ANOTHERS, true)));
            Map<TrackingNumber, CarrierResult<TrackingSnapshot>> found = ((SfExpress) gateway(server))
                    .track(
                            new CarrierContext("a", "shop", Instant.now().plusSeconds(10), Locale.ENGLISH, "test"),
                            List.of(OURS, ANOTHERS));
            assertThat(found.values()).allMatch(result -> result.toString().startsWith("Ok"));
            assertThat(server.requests()).hasSize(2);
            String second = URLDecoder.decode(server.requests().get(1).body(), StandardCharsets.UTF_8);
            assertThat(second).contains("\"checkPhoneNo\":\"0002\"").doesNotContain("SF7000000000001");
        }
    }

    private static HttpStub.Answer routes(Object... parcels) {
        Map<String, Object> data =
                Map.of("success", true, "errorCode", "S0000", "msgData", Map.of("routeResps", List.of(parcels)));
        return HttpStub.Answer.of(
                200, Payloads.write(Map.of("apiResultCode", "A1000", "apiResultData", Payloads.write(data))));
    }

    private static Map<String, Object> parcel(TrackingRef ref, boolean seen) {
        return Map.of(
                "mailNo",
                ref.number().value(),
                "routes",
                seen
                        ? List.of(Map.of(
                                "acceptTime",
                                "2026-03-02 10:00:00",
                                "opCode",
                                "50",
                                "remark",
                                "picked up",
                                "acceptAddress",
                                ""))
                        : List.of());
    }
}
