package io.ordercore.adapters.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.CarrierContext;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.ProvesDelivery.ProofOfDelivery;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.ShipmentOrder.ParcelToSend;
import io.ordercore.application.testkit.CarrierGatewayContract;
import io.ordercore.application.testkit.HttpStub;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
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
                new FedExAccount(server.url(), "contract-client", "contract-secret", "990000000", "FEDEX_GROUND"),
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

    @Test
    void a_booking_that_tracking_does_not_show_yet_is_never_said_not_to_be() {
        try (HttpStub server = new HttpStub()) {
            server.route("/oauth/token", HttpStub.Answer.of(200, "{\"access_token\":\"t\",\"expires_in\":3600}"));
            server.answers(HttpStub.Answer.of(200, "{\"output\":{\"completeTrackResults\":[]}}"));
            FedEx fedex = (FedEx) gateway(server);
            assertThat(fedex.findBooking(context(), new IdempotencyKey("carriage-7")))
                    .isEqualTo(Readings.notYet());
            assertThat(server.requests().get(0).body())
                    .contains("\"CUSTOMER_REFERENCE\"", "\"f0169b186108ceeb1874882d\"", "\"990000000\"");
        }
    }

    @Test
    void booked_again_after_a_lost_answer_it_is_looked_up() {
        try (HttpStub server = new HttpStub()) {
            server.route("/oauth/token", HttpStub.Answer.of(200, "{\"access_token\":\"t\",\"expires_in\":3600}"));
            server.answers(
                    HttpStub.Answer.of(500, ""),
                    HttpStub.Answer.of(
                            200,
                            "{\"output\":{\"completeTrackResults\":[{\"trackingNumber\":\"794900000011\",\"trackResults\":[{}]}]}}"));
            FedEx fedex = (FedEx) gateway(server);
            IdempotencyKey key = new IdempotencyKey("carriage-9");
            assertThat(fedex.book(context(), parcel(), key)).isEqualTo(new CarrierResult.OutcomeUnknown<>(key));
            assertThat(fedex.book(context(), parcel(), key)).isInstanceOf(CarrierResult.Ok.class);
            assertThat(server.requests())
                    .extracting(HttpStub.Request::path)
                    .containsExactly("/ship/v1/shipments", "/track/v1/referencenumbers");
        }
    }

    @Test
    void what_is_booked_is_told_in_kilograms_and_centimetres() {
        try (HttpStub server = new HttpStub()) {
            server.route("/oauth/token", HttpStub.Answer.of(200, "{\"access_token\":\"t\",\"expires_in\":3600}"));
            server.answers(
                    HttpStub.Answer.of(400, "{\"errors\":[{\"code\":\"ACCOUNT.NOTFOUND\",\"message\":\"no\"}]}"));
            CarrierResult<Booking> answer =
                    ((FedEx) gateway(server)).book(context(), parcel(), new IdempotencyKey("carriage-8"));
            assertThat(answer)
                    .isEqualTo(CarrierResult.rejected(CarrierErrorCode.INVALID_INPUT, "ACCOUNT.NOTFOUND", "no"));
            assertThat(server.requests().get(0).body())
                    .contains(
                            "\"value\":1.25",
                            "\"length\":31",
                            "\"FEDEX_GROUND\"",
                            "\"169eb2211499c2139aaae098\"",
                            "\"URL_ONLY\"");
        }
    }

    private static ShipmentOrder parcel() {
        Recipient sender = new Recipient(
                "Tea House", new PhoneNumber("13900000000"), new Address("US", "CA", "Oakland", "", "1 Bay", "94601"));
        return new ShipmentOrder(
                "f-1",
                sender,
                sender,
                List.of(new ParcelToSend(1250, 301, 200, 100, "kettle", Money.parse("USD 99.00"))),
                "",
                null);
    }

    private static CarrierContext context() {
        return new CarrierContext("a", "shop", Instant.now().plusSeconds(10), Locale.ENGLISH, "test");
    }

    private CarrierResult<ProofOfDelivery> proof(String answer) {
        try (HttpStub server = new HttpStub()) {
            server.route("/oauth/token", HttpStub.Answer.of(200, "{\"access_token\":\"t\",\"expires_in\":3600}"));
            server.answers(HttpStub.Answer.of(200, answer));
            FedEx fedex = (FedEx) gateway(server);
            return fedex.proofOfDelivery(context(), new TrackingNumber("990000000077"));
        }
    }
}
