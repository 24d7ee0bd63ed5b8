package io.ordercore.adapters.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.logistics.Booking;
import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.Capability;
import io.ordercore.application.logistics.CarrierErrorCode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierProfile;
import io.ordercore.application.logistics.CarrierResult;
import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.IdempotencyKey;
import io.ordercore.application.logistics.ShipmentOrder;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.testkit.HttpStub;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.OffsetSource;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What users of other carrier libraries complain of does not happen here. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UsersComplaintsTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final TrackingRef PARCEL = TrackingRef.of(new TrackingNumber("990011223344"));

    @Test
    void T1_the_carrier_named_is_used_never_the_first_one_configured() {
        Carriers carriers = new Carriers(List.of(AskedOnce.dhl(NOWHERE), AskedOnce.fedEx(NOWHERE)));

        assertThat(Objects.requireNonNull(carriers.find(new CarrierCode("fedex")))
                        .profile()
                        .displayName())
                .isEqualTo("FedEx");
        assertThat(carriers.find(new CarrierCode("ups"))).isNull();
    }

    @Test
    void T2_six_digits_are_hours_minutes_and_seconds() {
        assertThat(CarrierTimes.timeOfDay("100625")).isEqualTo(LocalTime.of(10, 6, 25));
        assertThat(CarrierTimes.timeOfDay("94500")).isEqualTo(LocalTime.of(9, 45, 0));
        assertThat(CarrierTimes.inNamedZone("2026-03-02", "100625", "EST").instant())
                .isEqualTo("2026-03-02T15:06:25Z");
    }

    @Test
    void T3_one_event_without_offset_and_one_of_midnight_only_do_not_lose_the_parcel() {
        TrackingSnapshot parcel = AskedOnce.snapshot(
                AskedOnce::fedEx,
                PARCEL,
                fedEx(
                        scan("2026-03-03T16:05:00-07:00", "PU") + "," + scan("2026-03-04T00:00:00", "IT") + ","
                                + scan("2026-03-05", "AR") + "," + scan("2026-03-06T09:26:00-07:00", "DL"),
                        ""));

        assertThat(parcel.state().status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.state().events())
                .extracting(event -> event.time().source())
                .containsExactly(
                        OffsetSource.EXPLICIT, OffsetSource.UNKNOWN, OffsetSource.UNKNOWN, OffsetSource.EXPLICIT);
    }

    @Test
    void T4_both_ends_of_a_window_are_kept_and_the_estimate_comes_before_the_commitment() {
        List<ArrivalWindow> windows = AskedOnce.snapshot(
                        AskedOnce::fedEx,
                        PARCEL,
                        fedEx(
                                scan("2026-03-03T16:05:00-07:00", "PU"),
                                ",\"standardTransitTimeWindow\":{\"window\":{\"ends\":\"2026-03-04T18:15:00-05:00\"}}"
                                        + ",\"estimatedDeliveryTimeWindow\":{\"window\":{\"begins\":"
                                        + "\"2026-03-05T09:00:00-05:00\",\"ends\":\"2026-03-05T12:00:00-05:00\"}}"))
                .windows();

        assertThat(windows)
                .extracting(ArrivalWindow::kind)
                .containsExactly(ArrivalWindow.Kind.ESTIMATE, ArrivalWindow.Kind.COMMITMENT);
        assertThat(instant(windows.get(0).from())).isEqualTo("2026-03-05T14:00:00Z");
        assertThat(instant(windows.get(0).through())).isEqualTo("2026-03-05T17:00:00Z");
        assertThat(windows.get(1).from()).isNull();
    }

    @Test
    void T8_an_arrival_time_keeps_the_zone_it_was_told_in() {
        ArrivalWindow window = AskedOnce.snapshot(
                        AskedOnce::fedEx,
                        PARCEL,
                        fedEx(
                                scan("2026-12-28T16:05:00-07:00", "PU"),
                                ",\"estimatedDeliveryTimeWindow\":{\"window\":{\"ends\":\"2026-12-30T18:15:00-07:00\"}}"))
                .windows()
                .get(0);

        EventTime through = Objects.requireNonNull(window.through());
        assertThat(through.local()).isEqualTo("2026-12-30T18:15");
        assertThat(through.instant()).isEqualTo("2026-12-31T01:15:00Z");
        assertThat(through.raw()).isEqualTo("2026-12-30T18:15:00-07:00");
    }

    @Test
    void T12_an_answer_says_when_the_carrier_was_heard_and_how_old_that_is() {
        Instant then = Instant.parse("2026-03-02T12:00:00Z");
        TrackingSnapshot heard = AskedOnce.snapshot(
                url -> AskedOnce.dhl(url, CallBudgets.unlimited(), Clock.fixed(then, ZoneOffset.UTC)),
                PARCEL,
                "{\"shipments\":[{\"id\":\"990011223344\",\"events\":[]}]}");

        assertThat(heard.observedAt()).isEqualTo(then);
        assertThat(heard.age(then.plus(Duration.ofHours(5)))).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void T13_two_concurrent_dispatches_buy_one_label() throws Exception {
        try (HttpStub stub = new HttpStub()) {
            String booked =
                    "{\"orderId\":\"k\",\"waybillNoInfoList\":[{\"waybillType\":1,\"waybillNo\":\"SF1990000000021\"}]}";
            stub.answers(
                    HttpStub.Answer.of(200, sfAnswer(booked)),
                    HttpStub.Answer.of(200, sfRefusal("8016")),
                    HttpStub.Answer.of(200, sfAnswer(booked)));
            ConnectedCarrier sf = new ConnectedCarrier(AskedOnce.sf(stub.url()));
            IdempotencyKey key = new IdempotencyKey("dispatch-1");

            CompletableFuture<CarrierResult<Booking>> other =
                    CompletableFuture.supplyAsync(() -> sf.book(AskedOnce.context(), AskedOnce.shipment(), key));
            Booking one = AskedOnce.ok(sf.book(AskedOnce.context(), AskedOnce.shipment(), key));

            assertThat(AskedOnce.ok(other.get()).numbers()).isEqualTo(one.numbers());
        }
    }

    @Test
    void T14_the_same_key_for_another_shipment_is_a_conflict() {
        try (HttpStub stub = new HttpStub()) {
            stub.answers(HttpStub.Answer.of(200, sfRefusal("8177")));
            ConnectedCarrier sf = new ConnectedCarrier(AskedOnce.sf(stub.url()));
            ShipmentOrder first = AskedOnce.shipment();
            ShipmentOrder other =
                    new ShipmentOrder("ship-2", first.from(), first.to(), first.parcels(), first.service(), null);
            IdempotencyKey key = new IdempotencyKey("dispatch-2");
            sf.book(AskedOnce.context(), first, key);

            assertThat(sf.book(AskedOnce.context(), other, key))
                    .isEqualTo(CarrierResult.rejected(CarrierErrorCode.DUPLICATE, "", "something else under this key"));
        }
    }

    @Test
    void T15_a_label_the_carrier_does_not_know_yet_is_asked_for_again() {
        assertThat(AskedOnce.result(AskedOnce::dhl, PARCEL, HttpStub.Answer.of(404, "{\"status\":404}")))
                .isEqualTo(CarrierResult.retryable(CarrierErrorCode.NOT_FOUND_YET, Readings.NOT_YET));
    }

    @Test
    void T16_a_capability_that_is_advertised_and_not_there_is_refused_at_once() {
        CarrierGateway boaster = new CarrierGateway() {
            @Override
            public CarrierProfile describe() {
                return new CarrierProfile(
                        new CarrierCode("boaster"),
                        "",
                        Set.of(Capability.TRACK_PULL),
                        1,
                        Set.of(),
                        null,
                        CarrierProfile.CallBudget.UNPUBLISHED,
                        List.of());
            }

            @Override
            public Meaning meaningOf(CarrierSignal signal) {
                return Meaning.UNMAPPED;
            }
        };

        assertThatThrownBy(() -> new ConnectedCarrier(boaster)).hasMessageContaining("TRACK_PULL");
    }

    @Test
    void T18_after_429_no_node_asks_before_the_time_the_carrier_named() {
        Clock clock = Clock.systemUTC();
        CallBudgets shared = CallBudgets.onOneNode();
        try (HttpStub stub = new HttpStub()) {
            stub.answers(new HttpStub.Answer(429, Map.of("Retry-After", "60"), "", false));
            CarrierGateway one = AskedOnce.dhl(stub.url(), shared, clock);
            CarrierGateway other = AskedOnce.dhl(stub.url(), shared, clock);

            assertThat(AskedOnce.result(one, PARCEL))
                    .isEqualTo(CarrierResult.retryable(CarrierErrorCode.RATE_LIMITED, Duration.ofSeconds(60)));
            assertThat(AskedOnce.result(other, PARCEL)).isInstanceOf(CarrierResult.Retryable.class);
            assertThat(stub.requests()).hasSize(1);
        }
    }

    @Test
    void T19_a_bad_element_is_put_aside_and_the_rest_is_kept() {
        TrackingSnapshot parcel = AskedOnce.snapshot(
                AskedOnce::sf,
                TrackingRef.of(new TrackingNumber("SF1990000000011")),
                sf("{\"acceptTime\":\"2026-03-02 10:00:00\",\"opCode\":\"50\",\"remark\":\"已收取\"},"
                        + "{\"acceptTime\":\"\",\"opCode\":\"30\",\"remark\":\"缺少时间\"},"
                        + "{\"opcode\":\"30\",\"acceptTime\":\"2026-03-02 12:00:00\",\"remark\":\"\"}"));

        assertThat(parcel.state().events()).hasSize(2);
        assertThat(parcel.quarantined()).hasSize(1);
        assertThat(parcel.state().status()).isEqualTo(TrackingStatus.IN_TRANSIT);
    }

    @Test
    void T20_what_lies_in_a_locker_or_a_station_is_not_delivered() {
        TrackingSnapshot locker = AskedOnce.snapshot(
                AskedOnce::sf,
                TrackingRef.of(new TrackingNumber("SF1990000000012")),
                sf("{\"acceptTime\":\"2026-03-02 10:00:00\",\"opCode\":\"80\",\"firstStatusCode\":\"4\","
                        + "\"secondaryStatusCode\":\"401\",\"remark\":\"快件已放入顺丰自助柜\"}"));

        assertThat(locker.state().status()).isEqualTo(TrackingStatus.READY_FOR_PICKUP);
    }

    @Test
    void T22_an_empty_answer_for_lack_of_permission_is_an_error() {
        String empty = "{\"routeResps\":[{\"mailNo\":\"SF1990000000013\",\"routes\":[],\"reasonCode\":\"20028\"}]}";
        CarrierResult<TrackingSnapshot> result = AskedOnce.result(
                AskedOnce::sf,
                TrackingRef.of(new TrackingNumber("SF1990000000013")),
                HttpStub.Answer.of(200, sfAnswer(empty)));

        assertThat(result).isEqualTo(CarrierResult.rejected(CarrierErrorCode.NOT_PERMITTED, "20028", ""));
    }

    private static String sf(String routes) {
        return sfAnswer("{\"routeResps\":[{\"mailNo\":\"SF1990000000011\",\"routes\":[" + routes + "]},"
                + "{\"mailNo\":\"SF1990000000012\",\"routes\":[" + routes + "]}]}");
    }

    private static String sfAnswer(String data) {
        String inner = "{\"success\":\"true\",\"errorCode\":\"S0000\",\"msgData\":" + data + "}";
        return Payloads.write(Map.of("apiResultCode", "A1000", "apiResultData", inner));
    }

    private static String sfRefusal(String code) {
        String inner = "{\"success\":false,\"errorCode\":\"" + code + "\",\"msgData\":null}";
        return Payloads.write(Map.of("apiResultCode", "A1000", "apiResultData", inner));
    }

    private static String scan(String date, String type) {
        return "{\"date\":\"" + date + "\",\"eventType\":\"" + type + "\",\"eventDescription\":\"" + type + "\"}";
    }

    private static String fedEx(String scans, String windows) {
        return "{\"output\":{\"completeTrackResults\":[{\"trackingNumber\":\"990011223344\",\"trackResults\":"
                + "[{\"scanEvents\":[" + scans + "]" + windows + "}]}]}}";
    }

    private static String instant(@Nullable EventTime time) {
        return String.valueOf(Objects.requireNonNull(time).instant());
    }
}
