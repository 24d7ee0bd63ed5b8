package io.ordercore.adapters.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.ConnectedCarrier;
import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.application.logistics.TrackingRef;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingState;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payloads recorded by others are read rightly; what karrio makes of them is not the measure. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SharedPayloadsTest {
    private static final CarrierCode CHINA = new CarrierCode("yto");

    @ParameterizedTest
    @CsvSource({
        "push-jd-station-signed-304, READY_FOR_PICKUP, 5",
        "push-sf-delivering-5, OUT_FOR_DELIVERY, 8",
        "push-sto-problem-holiday-delay-then-signed-3, DELIVERED, 9",
        "push-yunda-signed-3, DELIVERED, 10",
        "push-abort-3days-no-record, DELIVERED, 2",
    })
    void kuaidi100_pushes(String name, TrackingStatus status, int events) throws IOException {
        String param = Files.readString(SharedPayloads.folder().resolve("kuaidi100/" + name + ".json"));
        String form = "sign=" + Digests.md5Hex(param + "salt") + "&param=" + Payloads.encode(param);
        TrackingState state = AskedOnce.ok(new ConnectedCarrier(AskedOnce.kuaidi(URI.create("http://127.0.0.1:1")))
                        .parsePush(new CarrierPush(Map.of(), form.getBytes(StandardCharsets.UTF_8))))
                .snapshots()
                .get(0)
                .state();
        assertThat(state.status()).isEqualTo(status);
        assertThat(state.events()).hasSize(events).allSatisfy(SharedPayloadsTest::isTold);
    }

    @Test
    void kuaidi100_query_of_a_parcel_fetched_from_a_station() throws IOException {
        TrackingState state = asked(
                "kuaidi100/query-yto-station-collected-304-routeinfo.json",
                AskedOnce::kuaidi,
                TrackingRef.of(new TrackingNumber("YT6247854916511")).movedBy(CHINA));
        assertThat(state.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(state.events()).hasSize(12).allSatisfy(SharedPayloadsTest::isTold);
    }

    @Test
    void T6_canada_post_delivered_parcels_are_delivered() throws IOException {
        for (String file : List.of(
                "canadapost_pws-active_shipping/tracking_details_en.xml",
                "canada_post-shipit/canada_post_delivered.xml")) {
            TrackingState state = asked(file, AskedOnce::canadaPost, TrackingRef.of(new TrackingNumber("ANY1")));
            assertThat(state.status()).isEqualTo(TrackingStatus.DELIVERED);
            assertThat(state.events())
                    .allSatisfy(event -> assertThat(event.meaning().isMapped()).isTrue());
        }
    }

    @Test
    void canada_post_delayed_and_under_way() throws IOException {
        assertThat(asked(
                                "canada_post-shipit/canada_post_delayed.xml",
                                AskedOnce::canadaPost,
                                TrackingRef.of(new TrackingNumber("ANY1")))
                        .status())
                .isEqualTo(TrackingStatus.READY_FOR_PICKUP);
        assertThat(asked(
                                "canada_post-shipit/canada_post_en_route.xml",
                                AskedOnce::canadaPost,
                                TrackingRef.of(new TrackingNumber("ANY1")))
                        .status())
                .isEqualTo(TrackingStatus.IN_TRANSIT);
    }

    @Test
    void T5_fedex_reused_number_every_instant_with_its_offset() throws IOException {
        TrackingState state = asked(
                "fedex/duplicate-tracking-response.json",
                AskedOnce::fedEx,
                TrackingRef.of(new TrackingNumber("776094337676")));
        assertThat(state.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(state.events().get(7).time().instant()).isEqualTo("2024-04-26T16:26:00Z");
        assertThat(state.events()).hasSize(8).allSatisfy(SharedPayloadsTest::isTold);
        assertThat(state.incidents().stream().map(it -> it.kind()))
                .containsExactly(IncidentKind.CONSIGNEE_ABSENT, IncidentKind.REDIRECTED);
    }

    @Test
    void dhl_pre_transit_is_not_delivered_and_its_window_is_kept() throws IOException {
        TrackingSnapshot snapshot = snapshot(
                "dhl_universal/tracking-responsejson.json",
                AskedOnce::dhl,
                TrackingRef.of(new TrackingNumber("7777777770")));
        assertThat(snapshot.state().status()).isEqualTo(TrackingStatus.CREATED);
        assertThat(snapshot.windows()).singleElement().satisfies(window -> {
            assertThat(window.from()).isNotNull();
            assertThat(window.through()).isNotNull();
        });
    }

    @Test
    void easypost_tracker() throws IOException {
        TrackingState state = asked(
                "easypost/tracking-responsejson.json",
                AskedOnce::easyPost,
                TrackingRef.of(new TrackingNumber("EZ1000000001")));
        assertThat(state.status()).isEqualTo(TrackingStatus.CREATED);
        assertThat(state.events()).hasSize(2).allSatisfy(SharedPayloadsTest::isTold);
    }

    @Test
    void sf_express_cases_mean_what_their_expectation_says() throws IOException, UnreadableAnswerException {
        Path folder = SharedPayloads.folder().resolve("sf-express");
        for (String name : List.of(
                "case-33-501-voided", "case-634-301-delivering", "case-80-401-in-person", "case-999-unmapped")) {
            JsonNode inner = Payloads.json(Files.readString(folder.resolve(name + ".json")));
            JsonNode expected = Payloads.json(Files.readString(folder.resolve(name + ".expected.json")));
            String body = Payloads.write(Map.of(
                    "apiResultCode",
                    "A1000",
                    "apiResultData",
                    Payloads.write(Map.of("success", true, "errorCode", "S0000", "msgData", inner))));
            TrackingState state = AskedOnce.snapshot(
                            AskedOnce::sf, TrackingRef.of(new TrackingNumber("SF0000000000001")), body)
                    .state();
            assertThat(expected.path("expected").path("ourStatus").asText())
                    .startsWith(state.status().name());
        }
        TrackingState documented = asked(
                "sf-express/routes-doc-sample.json",
                AskedOnce::sf,
                TrackingRef.of(new TrackingNumber("SF1011603494291")));
        assertThat(documented.status()).isEqualTo(TrackingStatus.COLLECTED);
        assertThat(documented.events()).hasSize(2).allSatisfy(SharedPayloadsTest::isTold);
    }

    private static void isTold(TrackingEvent event) {
        assertThat(event.time().instant()).as(event.text()).isNotNull();
        assertThat(event.meaning().isMapped())
                .as(event.rawCode() + " " + event.text())
                .isTrue();
    }

    private static TrackingState asked(String file, Function<URI, CarrierGateway> adapter, TrackingRef ref)
            throws IOException {
        return snapshot(file, adapter, ref).state();
    }

    private static TrackingSnapshot snapshot(String file, Function<URI, CarrierGateway> adapter, TrackingRef ref)
            throws IOException {
        return AskedOnce.snapshot(
                adapter, ref, Files.readString(SharedPayloads.folder().resolve(file)));
    }
}
