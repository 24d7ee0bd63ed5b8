package io.ordercore.adapters.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.Cancels.CancelOutcome;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.testkit.HttpStub;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EasyPostShipmentsTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("back-1");

    @ParameterizedTest
    @CsvSource({"submitted, PENDING", "refunded, CANCELLED", "rejected, TOO_LATE"})
    void postage_is_asked_back(String answered, CancelOutcome outcome) {
        try (HttpStub server = new HttpStub()) {
            server.answers(shipment("null"), shipment("\"" + answered + "\""));
            assertThat(cancel(server)).isEqualTo(CarrierResult.ok(outcome, ""));
            assertThat(server.requests().get(1).path()).isEqualTo("/v2/shipments/shp_77/refund");
        }
    }

    @Test
    void postage_that_was_asked_back_is_not_asked_back_again() {
        try (HttpStub server = new HttpStub()) {
            server.answers(shipment("\"refunded\""));
            assertThat(cancel(server)).isEqualTo(CarrierResult.ok(CancelOutcome.CANCELLED, ""));
            assertThat(server.requests()).hasSize(1);
        }
    }

    private static HttpStub.Answer shipment(String refund) {
        return HttpStub.Answer.of(200, "{\"id\":\"shp_77\",\"refund_status\":" + refund + "}");
    }

    private static CarrierResult<CancelOutcome> cancel(HttpStub server) {
        EasyPost easypost = new EasyPost(
                new EasyPost.Account(server.url(), "key", "secret", "a@shop.example", "ca_1", "First"),
                CallBudgets.unlimited(),
                Clock.systemUTC());
        return easypost.cancel(
                new CarrierContext("a", "shop", Instant.now().plusSeconds(10), Locale.ENGLISH, "test"),
                "shp_77",
                "changed",
                KEY);
    }
}
