package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.carriage.Box;
import io.ordercore.domain.logistics.carriage.Carriage;
import io.ordercore.domain.logistics.carriage.Carriage.Label;
import io.ordercore.domain.logistics.carriage.Carriage.Wish;
import io.ordercore.domain.logistics.carriage.CarriageStatus;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import io.ordercore.domain.logistics.tracking.TrackingNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A carriage as JSON: personal data in clear, for an encrypted column only. */
final class CarriageDocument {
    private CarriageDocument() {}

    static String write(Carriage it) {
        return Json.object(json -> {
            json.writeStringField("carrier", it.wish().carrier().value());
            json.writeStringField("service", it.wish().service());
            json.writeObjectFieldStart("from");
            RequestedChangeDocument.write(json, it.wish().from());
            json.writeEndObject();
            json.writeArrayFieldStart("boxes");
            for (Box box : it.wish().boxes()) {
                json.writeStartObject();
                json.writeNumberField("grams", box.weightGrams());
                json.writeNumberField("length", box.lengthMm());
                json.writeNumberField("width", box.widthMm());
                json.writeNumberField("height", box.heightMm());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("attempt", it.attempt());
            json.writeStringField("status", it.status().name());
            json.writeStringField("ref", it.label().carrierRef());
            json.writeArrayFieldStart("numbers");
            for (TrackingNumber number : it.label().numbers()) {
                json.writeString(number.value());
            }
            json.writeEndArray();
            Json.optional(json, "label", it.label().address());
            Json.optional(json, "price", it.label().price());
            json.writeStringField("reason", it.reason());
            json.writeBooleanField("asked", it.asked());
        });
    }

    static Carriage read(
            String text, FulfilmentId fulfilment, Instant requestedAt, @Nullable Instant nextAt, long version) {
        JsonNode json = Json.read(text);
        List<Box> boxes = new ArrayList<>();
        for (JsonNode box : json.path("boxes")) {
            boxes.add(new Box(
                    box.path("grams").asInt(),
                    box.path("length").asInt(),
                    box.path("width").asInt(),
                    box.path("height").asInt()));
        }
        List<TrackingNumber> numbers = new ArrayList<>();
        json.path("numbers").forEach(number -> numbers.add(new TrackingNumber(number.asText())));
        String price = Json.textOrNull(json, "price");
        return new Carriage(
                fulfilment,
                new Wish(
                        new CarrierCode(json.path("carrier").asText()),
                        json.path("service").asText(),
                        Objects.requireNonNull(RequestedChangeDocument.recipient(json.path("from"))),
                        boxes),
                json.path("attempt").asInt(),
                CarriageStatus.valueOf(json.path("status").asText()),
                new Label(
                        json.path("ref").asText(),
                        numbers,
                        Json.textOrNull(json, "label"),
                        price == null ? null : Money.parse(price)),
                json.path("reason").asText(),
                json.path("asked").asBoolean(),
                requestedAt,
                nextAt,
                version);
    }
}
