package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.modification.ChangeKind;
import io.ordercore.domain.modification.Contact;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.DeliveryWishes;
import io.ordercore.domain.party.PhoneNumber;
import io.ordercore.domain.party.Recipient;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was asked for, as JSON: personal data in clear, for an encrypted column only. */
final class RequestedChangeDocument {
    private RequestedChangeDocument() {}

    static void write(JsonGenerator json, RequestedChange change) throws IOException {
        json.writeStringField("kind", change.kind().name());
        Integer line = change.line();
        if (line != null) {
            json.writeNumberField("line", line);
        }
        json.writeNumberField("units", change.units());
        Json.optional(json, "sku", change.sku());
        Json.optional(json, "note", change.note());
        if (change.address() != null) {
            write(json, change.address());
        }
        if (change.contact() != null) {
            json.writeStringField("name", change.contact().name());
            json.writeStringField("phone", change.contact().phone().value());
        }
        if (change.window() != null) {
            write(json, change.window());
        }
    }

    static RequestedChange change(JsonNode it) {
        String sku = Json.textOrNull(it, "sku");
        return new RequestedChange(
                ChangeKind.valueOf(it.path("kind").asText()),
                it.has("line") ? Integer.valueOf(it.path("line").asInt()) : null,
                it.path("units").asInt(),
                sku == null ? null : new Sku(sku),
                it.has("address") ? address(it) : null,
                it.has("name")
                        ? new Contact(
                                it.path("name").asText(),
                                new PhoneNumber(it.path("phone").asText()))
                        : null,
                window(it),
                Json.textOrNull(it, "note"));
    }

    static void write(JsonGenerator json, DeliveryWindow window) throws IOException {
        json.writeStringField("from", window.from().toString());
        json.writeStringField("to", window.to().toString());
    }

    static @Nullable DeliveryWindow window(JsonNode it) {
        return it.has("from")
                ? new DeliveryWindow(
                        Instant.parse(it.path("from").asText()),
                        Instant.parse(it.path("to").asText()))
                : null;
    }

    static void write(JsonGenerator json, DeliveryWishes wishes) throws IOException {
        DeliveryWindow window = wishes.window();
        if (window != null) {
            write(json, window);
        }
        if (!wishes.note().isEmpty()) {
            json.writeStringField("note", wishes.note());
        }
    }

    static DeliveryWishes wishes(JsonNode it) {
        return new DeliveryWishes(window(it), it.path("note").asText());
    }

    static void write(JsonGenerator json, Recipient recipient) throws IOException {
        json.writeStringField("name", recipient.name());
        json.writeStringField("phone", recipient.phone().value());
        write(json, recipient.address());
    }

    static @Nullable Recipient recipient(JsonNode it) {
        return it.has("address")
                ? new Recipient(
                        it.path("name").asText(),
                        new PhoneNumber(it.path("phone").asText()),
                        address(it))
                : null;
    }

    private static void write(JsonGenerator json, Address address) throws IOException {
        json.writeObjectFieldStart("address");
        json.writeStringField("country", address.country());
        json.writeStringField("region", address.region());
        json.writeStringField("city", address.city());
        json.writeStringField("district", address.district());
        json.writeStringField("street", address.street());
        json.writeStringField("postalCode", address.postalCode());
        json.writeEndObject();
    }

    private static Address address(JsonNode in) {
        JsonNode it = in.path("address");
        return new Address(
                it.path("country").asText(),
                it.path("region").asText(),
                it.path("city").asText(),
                it.path("district").asText(),
                it.path("street").asText(),
                it.path("postalCode").asText());
    }
}
