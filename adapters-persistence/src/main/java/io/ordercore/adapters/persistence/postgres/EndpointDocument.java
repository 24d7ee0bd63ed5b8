package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.notice.webhook.WebhookEndpoint;
import io.ordercore.domain.notice.webhook.WebhookSecret;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An endpoint as JSON, but for what is searched by. */
final class EndpointDocument {
    private EndpointDocument() {}

    static String write(WebhookEndpoint it) {
        return Json.object(json -> {
            json.writeStringField("url", it.url().toString());
            json.writeStringField("reason", it.reason());
            json.writeNumberField("failures", it.failures());
            Json.optional(json, "failingSince", it.failingSince());
            json.writeStringField("createdAt", it.createdAt().toString());
            json.writeArrayFieldStart("types");
            for (String type : it.types()) {
                json.writeString(type);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("secrets");
            for (WebhookSecret secret : it.secrets()) {
                json.writeStartObject();
                json.writeStringField("text", secret.text());
                Json.optional(json, "until", secret.until());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static WebhookEndpoint read(
            String text,
            UUID id,
            @Nullable String merchant,
            boolean enabled,
            @Nullable Instant heldUntil,
            long version) {
        JsonNode json = Json.read(text);
        Set<String> types = new HashSet<>();
        json.path("types").forEach(type -> types.add(type.asText()));
        List<WebhookSecret> secrets = new ArrayList<>();
        json.path("secrets")
                .forEach(secret ->
                        secrets.add(new WebhookSecret(secret.path("text").asText(), instant(secret, "until"))));
        return new WebhookEndpoint(
                id,
                merchant,
                URI.create(json.path("url").asText()),
                types,
                secrets,
                enabled,
                json.path("reason").asText(),
                json.path("failures").asInt(),
                instant(json, "failingSince"),
                heldUntil,
                Instant.parse(json.path("createdAt").asText()),
                version);
    }

    private static @Nullable Instant instant(JsonNode json, String name) {
        String text = Json.textOrNull(json, name);
        return text == null ? null : Instant.parse(text);
    }
}
