package com.acme.carrier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ordercore.application.logistics.CarrierSignal;
import io.ordercore.application.logistics.TrackingSnapshot;
import io.ordercore.application.logistics.TrackingSnapshot.Quarantined;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Acme's parcel, asked for or pushed: {@code {"parcel": ..., "events": [{"code", "at", "text", "place"}], "eta": ...}}. */
final class AcmeParcel {
    static final Charset TEXT = StandardCharsets.UTF_8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private AcmeParcel() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** @throws IllegalArgumentException if it is not JSON */
    static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON");
        }
    }

    /** @throws IllegalArgumentException if it is not there */
    static String required(JsonNode object, String name) {
        String value = object.path(name).asText();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    /** @throws IllegalArgumentException if it is no parcel */
    static TrackingSnapshot read(JsonNode parcel, Function<CarrierSignal, Meaning> meanings, Instant now) {
        TrackingNumber number = new TrackingNumber(required(parcel, "parcel"));
        if (!parcel.path("events").isArray()) {
            throw new IllegalArgumentException("no events");
        }
        List<TrackingEvent> events = new ArrayList<>();
        List<Quarantined> bad = new ArrayList<>();
        for (JsonNode event : parcel.path("events")) {
            String code = event.path("code").asText();
            String at = event.path("at").asText();
            if (code.isEmpty() || at.isEmpty()) {
                bad.add(new Quarantined(event.toString(), code.isEmpty() ? "no code" : "no time"));
            } else {
                String text = event.path("text").asText();
                Meaning meaning = meanings.apply(new CarrierSignal(code, text));
                String place = event.path("place").asText();
                events.add(new TrackingEvent(
                        AcmeExpress.CODE, number, null, code, text, time(at), meaning, place.isEmpty() ? null : place, now));
            }
        }
        String eta = parcel.path("eta").asText();
        List<ArrivalWindow> windows = eta.isEmpty()
                ? List.of()
                : List.of(new ArrivalWindow(ArrivalWindow.Kind.ESTIMATE, null, time(eta), null));
        return new TrackingSnapshot(number, events, windows, now, bad, List.of());
    }

    /** Acme writes the offset most of the time. Where it does not, the instant is unknown: nobody may guess it. */
    private static EventTime time(String written) {
        try {
            return written.matches(".*T.*([+-]\\d\\d:\\d\\d|Z)")
                    ? EventTime.explicit(written, OffsetDateTime.parse(written))
                    : EventTime.withoutZone(written, LocalDateTime.parse(written));
        } catch (DateTimeException e) {
            return EventTime.unreadable(written);
        }
    }

    /** The signature's text, 64 hexadecimal digits, as bytes. */
    static byte[] sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(TEXT), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(TEXT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
