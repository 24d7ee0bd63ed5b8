package io.ordercore.adapters.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.Quotes.Quote;
import io.ordercore.application.testkit.HttpStub;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SfQuotesTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneOffset.UTC);

    @Test
    void each_product_with_a_price_is_a_quote_with_its_time() {
        try (HttpStub stub = new HttpStub()) {
            stub.answers(answer("{\"deliverTmDto\":[{\"businessType\":\"2\",\"businessTypeDesc\":\"顺丰特惠\","
                    + "\"deliverTime\":\"2026-03-04 12:00:00,2026-03-04 18:00:00\",\"fee\":12.5,\"searchPrice\":\"1\"},"
                    + "{\"businessType\":\"1\",\"deliverTime\":\"2026-03-03 18:00:00\",\"fee\":null}]}"));

            List<Quote> quotes = AskedOnce.ok(carrier(stub).quote(AskedOnce.context(), AskedOnce.shipment()));

            assertThat(quotes)
                    .containsExactly(
                            new Quote("2", Money.parse("CNY 12.50"), Duration.ofHours(50), Duration.ofHours(56)));
            assertThat(stub.requests().get(0).body()).contains("EXP_RECE_QUERY_DELIVERTM");
        }
    }

    @Test
    void a_route_that_is_not_served_says_why() {
        try (HttpStub stub = new HttpStub()) {
            stub.answers(
                    answer("[{\"orderId\":\"ship-1\",\"filterResult\":3,\"remark\":\"1\"}]"),
                    answer("{\"resDtos\":[{\"filterResult\":\"2\"}]}"));

            assertThat(AskedOnce.ok(carrier(stub).checkServiceability(AskedOnce.context(), AskedOnce.shipment()))
                            .reasons())
                    .containsExactly("3 1");
            assertThat(AskedOnce.ok(carrier(stub).checkServiceability(AskedOnce.context(), AskedOnce.shipment()))
                            .serviceable())
                    .isTrue();
        }
    }

    private static ConnectedCarrier carrier(HttpStub stub) {
        return new ConnectedCarrier(new SfExpress(
                new SfAccount(stub.url(), "p", "c", "m"), CallBudgets.unlimited(), NOW, () -> "request-1"));
    }

    private static HttpStub.Answer answer(String data) {
        String inner = "{\"success\":true,\"errorCode\":\"S0000\",\"msgData\":" + data + "}";
        return HttpStub.Answer.of(200, Payloads.write(Map.of("apiResultCode", "A1000", "apiResultData", inner)));
    }
}
