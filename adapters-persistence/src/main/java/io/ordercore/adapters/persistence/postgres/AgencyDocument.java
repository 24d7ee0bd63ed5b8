package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.notice.webhook.WebhookSecret;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An agency as JSON, but for what stands in columns. */
final class AgencyDocument {
    private AgencyDocument() {}

    static String write(Agency agency) {
        return Json.object(json -> {
            json.writeBooleanField("active", agency.active());
            json.writeArrayFieldStart("categories");
            for (String category : agency.categories()) {
                json.writeString(category);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("keys");
            for (Agency.Key key : agency.keys()) {
                json.writeStartObject();
                json.writeStringField("publicKey", key.publicKey());
                json.writeStringField("from", key.from().toString());
                Json.optional(json, "until", key.until());
                json.writeEndObject();
            }
            json.writeEndArray();
            Agency.Endpoint endpoint = agency.endpoint();
            if (endpoint != null) {
                json.writeStringField("url", endpoint.url().toString());
                json.writeStringField("secret", endpoint.secret().text());
            }
        });
    }

    static Agency read(String text, String name, long version) {
        JsonNode json = Json.read(text);
        Set<String> categories = new HashSet<>();
        json.path("categories").forEach(category -> categories.add(category.asText()));
        List<Agency.Key> keys = new ArrayList<>();
        for (JsonNode key : json.path("keys")) {
            String until = Json.textOrNull(key, "until");
            keys.add(new Agency.Key(
                    key.path("publicKey").asText(),
                    Instant.parse(key.path("from").asText()),
                    until == null ? null : Instant.parse(until)));
        }
        String url = Json.textOrNull(json, "url");
        return new Agency(
                name,
                keys,
                categories,
                url == null
                        ? null
                        : new Agency.Endpoint(
                                URI.create(url),
                                new WebhookSecret(json.path("secret").asText(), null)),
                json.path("active").asBoolean(),
                version);
    }
}
