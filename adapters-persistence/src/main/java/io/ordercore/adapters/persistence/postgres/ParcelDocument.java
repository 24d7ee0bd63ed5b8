package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.logistics.arrival.ArrivalForecast;
import io.ordercore.domain.logistics.arrival.Danger;
import io.ordercore.domain.logistics.arrival.Expectation;
import io.ordercore.domain.logistics.arrival.Lane;
import io.ordercore.domain.logistics.tracking.ArrivalWindow;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.EventTime;
import io.ordercore.domain.logistics.tracking.IncidentKind;
import io.ordercore.domain.logistics.tracking.Meaning;
import io.ordercore.domain.logistics.tracking.OffsetSource;
import io.ordercore.domain.logistics.tracking.Parcel;
import io.ordercore.domain.logistics.tracking.TrackingEvent;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import io.ordercore.domain.logistics.tracking.TrackingStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a carrier said of a parcel, as JSON. The state is not in it: it follows from the events. */
record ParcelDocument(
        List<TrackingEvent> events,
        List<ArrivalWindow> windows,
        List<Instant> toldAt,
        @Nullable Expectation own) {
    static String write(Parcel parcel) {
        return Json.object(json -> {
            json.writeArrayFieldStart("events");
            for (TrackingEvent event : parcel.state().events()) {
                event(json, event);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("windows");
            for (int i = 0; i < parcel.windows().size(); i++) {
                ArrivalWindow window = parcel.windows().get(i);
                json.writeStartObject();
                json.writeStringField("since", parcel.toldAt().get(i).toString());
                json.writeStringField("kind", window.kind().name());
                time(json, "from", window.from());
                time(json, "through", window.through());
                Json.optional(json, "reason", window.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            own(json, parcel.own());
        });
    }

    private static void own(JsonGenerator json, @Nullable Expectation own) throws IOException {
        if (own == null) {
            return;
        }
        json.writeObjectFieldStart("own");
        json.writeStringField("from", own.lane().from());
        json.writeStringField("to", own.lane().to());
        json.writeStringField("zone", own.lane().zone());
        forecast(json, "first", own.first());
        forecast(json, "latest", own.latest());
        Danger danger = own.danger();
        if (danger != null) {
            json.writeObjectFieldStart("danger");
            json.writeStringField("promised", danger.promised().toString());
            json.writeStringField("from", danger.from().toString());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static @Nullable Danger danger(@Nullable JsonNode json) {
        return json == null
                ? null
                : new Danger(
                        Instant.parse(json.path("promised").asText()),
                        Instant.parse(json.path("from").asText()));
    }

    private static void forecast(JsonGenerator json, String name, @Nullable ArrivalForecast said) throws IOException {
        if (said != null) {
            json.writeObjectFieldStart(name);
            json.writeStringField("expected", said.expected().toString());
            json.writeStringField("promised", said.promised().toString());
            json.writeStringField("asOf", said.asOf().toString());
            json.writeEndObject();
        }
    }

    private static @Nullable Expectation own(@Nullable JsonNode json) {
        return json == null
                ? null
                : new Expectation(
                        new Lane(
                                json.path("from").asText(),
                                json.path("to").asText(),
                                json.path("zone").asText()),
                        forecast(json.get("first")),
                        forecast(json.get("latest")),
                        danger(json.get("danger")));
    }

    private static @Nullable ArrivalForecast forecast(@Nullable JsonNode json) {
        return json == null
                ? null
                : new ArrivalForecast(
                        Instant.parse(json.path("expected").asText()),
                        Instant.parse(json.path("promised").asText()),
                        Instant.parse(json.path("asOf").asText()));
    }

    private static void event(JsonGenerator json, TrackingEvent event) throws IOException {
        json.writeStartObject();
        Json.optional(json, "id", event.carrierEventId());
        json.writeStringField("code", event.rawCode());
        json.writeStringField("text", event.text());
        time(json, "time", event.time());
        Json.optional(json, "status", event.meaning().status());
        Json.optional(json, "incident", event.meaning().incident());
        Json.optional(json, "place", event.place());
        json.writeStringField("heard", event.receivedAt().toString());
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, String name, @Nullable EventTime time) throws IOException {
        if (time == null) {
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("raw", time.raw());
        Json.optional(json, "local", time.local());
        Json.optional(json, "instant", time.instant());
        json.writeStringField("source", time.source().name());
        json.writeEndObject();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param before since when a window is taken to be known that was stored without a moment
     */
    static ParcelDocument read(String text, CarrierCode carrier, TrackingNumber number, Instant before) {
        JsonNode json = Json.read(text);
        List<TrackingEvent> events = new ArrayList<>();
        for (JsonNode event : json.path("events")) {
            String status = Json.textOrNull(event, "status");
            String incident = Json.textOrNull(event, "incident");
            EventTime time = time(event.get("time"));
            events.add(new TrackingEvent(
                    carrier,
                    number,
                    Json.textOrNull(event, "id"),
                    event.path("code").asText(),
                    event.path("text").asText(),
                    time == null ? EventTime.unreadable("") : time,
                    new Meaning(
                            status == null ? null : TrackingStatus.valueOf(status),
                            incident == null ? null : IncidentKind.valueOf(incident)),
                    Json.textOrNull(event, "place"),
                    Instant.parse(event.path("heard").asText())));
        }
        List<ArrivalWindow> windows = new ArrayList<>();
        List<Instant> toldAt = new ArrayList<>();
        for (JsonNode window : json.path("windows")) {
            String since = Json.textOrNull(window, "since");
            toldAt.add(since == null ? before : Instant.parse(since));
            windows.add(new ArrivalWindow(
                    ArrivalWindow.Kind.valueOf(window.path("kind").asText()),
                    time(window.get("from")),
                    time(window.get("through")),
                    Json.textOrNull(window, "reason")));
        }
        return new ParcelDocument(events, windows, toldAt, own(json.get("own")));
    }

    private static @Nullable EventTime time(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        String local = Json.textOrNull(json, "local");
        String instant = Json.textOrNull(json, "instant");
        return new EventTime(
                json.path("raw").asText(),
                local == null ? null : LocalDateTime.parse(local),
                instant == null ? null : Instant.parse(instant),
                OffsetSource.valueOf(json.path("source").asText()));
    }
}
