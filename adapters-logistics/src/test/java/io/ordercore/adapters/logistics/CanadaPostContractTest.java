package io.ordercore.adapters.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.ShipmentOrder.ParcelToSend;
import io.ordercore.application.testkit.CarrierGatewayContract;
import io.ordercore.application.testkit.HttpStub;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CanadaPostContractTest extends CarrierGatewayContract {
    @Override
    protected CarrierGateway gateway(HttpStub server) {
        return new CanadaPost(
                new CanadaPost.Account(server.url(), "user", "password", "0001234567", "DOM.EP"),
                CallBudgets.unlimited(),
                Clock.systemUTC());
    }

    @Override
    protected Path fixtures() {
        return Path.of("src/test/resources/carriers/canada-post");
    }

    @Test
    void what_is_booked_is_told_in_kilograms_and_centimetres_and_escaped() {
        try (HttpStub server = new HttpStub()) {
            server.answers(HttpStub.Answer.of(400, "<messages><message><code>9111</code></message></messages>"));
            Recipient sender = new Recipient(
                    "Tea & House",
                    new PhoneNumber("6135550100"),
                    new Address("CA", "ON", "Ottawa", "", "1 Bay", "K1A 0B1"));
            CarrierResult<Booking> answer = ((CanadaPost) gateway(server))
                    .book(
                            context(),
                            new ShipmentOrder(
                                    "f-1",
                                    sender,
                                    sender,
                                    List.of(new ParcelToSend(1250, 301, 200, 100, "kettle", Money.parse("CAD 99.00"))),
                                    "",
                                    null),
                            new IdempotencyKey("carriage-8"));
            assertThat(answer).isInstanceOf(CarrierResult.Rejected.class);
            assertThat(server.requests().get(0).path()).isEqualTo("/rs/0001234567/ncshipment");
            assertThat(server.requests().get(0).body())
                    .contains(
                            "<company>Tea &amp; House</company>",
                            "<weight>1.250</weight>",
                            "<length>30.1</length>",
                            "<requested-shipping-point>K1A0B1<",
                            "<service-code>DOM.EP<");
        }
    }

    @Test
    void a_shipment_nobody_can_look_into_is_not_said_to_be_another() {
        try (HttpStub server = new HttpStub()) {
            server.answers(
                    HttpStub.Answer.of(
                            200,
                            "<non-contract-shipments><link rel=\"ncShipment\" href=\"https://soa.example/rs/1/ncshipment/7\"/>"
                                    + "</non-contract-shipments>"),
                    HttpStub.Answer.of(500, ""));
            assertThat(((CanadaPost) gateway(server)).findBooking(context(), new IdempotencyKey("carriage-9")))
                    .isInstanceOf(CarrierResult.Retryable.class);
            server.answers(HttpStub.Answer.of(
                    200, "<non-contract-shipments xmlns=\"http://www.canadapost.ca/ws/ncshipment-v4\"/>"));
            assertThat(((CanadaPost) gateway(server)).findBooking(context(), new IdempotencyKey("carriage-9")))
                    .isEqualTo(CarrierResult.rejected(CarrierErrorCode.NOT_FOUND, "404", "never booked"));
        }
    }

    private static CarrierContext context() {
        return new CarrierContext("a", "shop", Instant.now().plusSeconds(10), Locale.ENGLISH, "test");
    }
}
