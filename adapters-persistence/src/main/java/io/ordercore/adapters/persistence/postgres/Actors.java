package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.Role;
import java.io.IOException;

/** Who asked, within a document. */
final class Actors {
    private Actors() {}

    static void write(JsonGenerator json, Actor actor) throws IOException {
        json.writeStringField("actor", actor.id());
        json.writeStringField("role", actor.role().name());
        json.writeStringField("channel", actor.channel().name());
        Json.optional(json, "reason", actor.reason());
    }

    static Actor read(JsonNode json) {
        return new Actor(
                json.path("actor").asText(),
                Role.valueOf(json.path("role").asText()),
                Channel.valueOf(json.path("channel").asText()),
                Json.textOrNull(json, "reason"));
    }
}
