package io.ordercore.adapters.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ordercore.application.inspection.InspectionAgency;
import io.ordercore.application.testkit.HttpStub;
import io.ordercore.application.testkit.Laboratory;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.inspection.FairDraw;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.InspectionPolicy;
import io.ordercore.domain.inspection.Lot;
import io.ordercore.domain.notice.webhook.WebhookSecret;
import io.ordercore.domain.party.MerchantId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders over HTTP, against a server that listens. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HttpInspectionAgencyTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final WebhookSecret SECRET = WebhookSecret.of(KEY);
    private static final Instant NOW = Instant.parse("2026-11-03T09:00:00Z");

    private final HttpStub lab = new HttpStub();
    private final InspectionAgency agencies = waiting(Duration.ofMinutes(1));

    private static InspectionAgency waiting(Duration patience) {
        return new HttpInspectionAgency(Clock.fixed(NOW, ZoneOffset.UTC), patience);
    }

    private Agency lab() {
        return agency(new Agency.Endpoint(lab.url().resolve("/orders?account=7"), SECRET));
    }

    private static Agency agency(Agency.@Nullable Endpoint endpoint) {
        return Agency.registered("first-lab", new Laboratory().publicKey(), Set.of(), endpoint, NOW);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void an_order_says_what_to_take_and_is_signed() throws Exception {
        lab.answers(HttpStub.Answer.of(202, "{\"reference\":\"job-17\"}"));
        Inspection inspection = ordered();
        assertThat(agencies.order(lab(), inspection)).isEqualTo(new InspectionAgency.Taken("job-17"));

        HttpStub.Request request = lab.requests().get(0);
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /orders?account=7");
        assertThat(header(request, "webhook-id")).isEqualTo(inspection.id().toString());
        String timestamp = header(request, "webhook-timestamp");
        assertThat(timestamp).isEqualTo(Long.toString(NOW.getEpochSecond()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        String signed = inspection.id() + "." + timestamp + "." + request.body();
        assertThat(header(request, "webhook-signature"))
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));

        JsonNode body = new ObjectMapper().readTree(request.body());
        assertThat(body.get("lotSize").asInt()).isEqualTo(1000);
        assertThat(body.get("units")).hasSize(inspection.sampleSize());
        assertThat(body.get("commitment").asText()).isEqualTo(inspection.draw().commitment());
        assertThat(body.at("/plans/MAJOR/rejection").asInt()).isEqualTo(6);
        assertThat(request.body()).doesNotContain(inspection.draw().seed());
    }

    @ParameterizedTest
    @CsvSource({"400", "409", "410", "422"})
    void an_agency_that_refuses_is_not_asked_again(int status) {
        lab.answers(HttpStub.Answer.of(status, "no"));
        assertThat(agencies.order(lab(), ordered())).isEqualTo(new InspectionAgency.Refused("status " + status));
    }

    @ParameterizedTest
    @CsvSource({"301", "401", "404", "429", "500", "503"})
    void what_says_nothing_is_no_answer(int status) {
        lab.answers(new HttpStub.Answer(status, Map.of("Retry-After", "7"), "", false));
        assertThat(agencies.order(lab(), ordered()))
                .isEqualTo(new InspectionAgency.Unknown("status " + status, Duration.ofSeconds(7)));
    }

    @Test
    void silence_and_nobody_there_are_no_answer() {
        lab.answers(HttpStub.Answer.never());
        assertThat(waiting(Duration.ofMillis(500)).order(lab(), ordered()))
                .isInstanceOf(InspectionAgency.Unknown.class);
        Agency gone = agency(new Agency.Endpoint(URI.create("http://127.0.0.1:1/"), SECRET));
        assertThat(agencies.order(gone, ordered())).isInstanceOf(InspectionAgency.Unknown.class);
        assertThat(agencies.reaches(gone)).isTrue();
        Agency unreached = agency(null);
        assertThat(agencies.reaches(unreached)).isFalse();
        assertThatThrownBy(() -> agencies.order(unreached, ordered())).isInstanceOf(IllegalArgumentException.class);
    }

    private static String header(HttpStub.Request request, String name) {
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static Inspection ordered() {
        return Inspection.ordered(
                new InspectionId(new UUID(7, 1)),
                new Lot(new MerchantId("tea-house"), new Sku("kettle"), "kitchen", 1000, true),
                "first-lab",
                new FairDraw("5f".repeat(32), "lot-1"),
                Map.of(),
                InspectionPolicy.STANDARD,
                false,
                NOW);
    }
}
